import { median, percentile } from './statistics.js';

describe('the median', () => {
  it('is the middle value, in whatever order they come', () => {
    expect(median([5, 1, 3])).toBe(3);
  });
  it('of an even number is the mean of the middle two', () => {
    expect(median([4, 1, 3, 100])).toBe(3.5);
  });
  it('of nothing is an error', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  it('is the smallest value that the share does not exceed', () => {
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1)]).toEqual([50, 99, 100]);
    expect(percentile([7], 0.5)).toBe(7);
  });
  it('of nothing is an error', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});
