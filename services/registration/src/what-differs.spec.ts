import { erased } from '@lotsennetz/kernel';
import { whatDiffers, whatIsThere } from './what-differs.js';

const current = { givenName: 'Rosa', languages: ['de', 'ar'], capacity: 2, phone: erased };

describe('what a change changes', () => {
  it('is only what is not so already', () => {
    expect(whatDiffers({ givenName: 'Rosa', capacity: 3, town: 'Siegen' }, current)).toEqual({
      capacity: 3,
      town: 'Siegen',
    });
    expect(whatDiffers({ givenName: 'Rosa', languages: ['de', 'ar'], capacity: undefined }, current)).toEqual({});
  });
  it('is another order of a list, which people may mean', () => {
    expect(whatDiffers({ languages: ['ar', 'de'] }, current)).toEqual({ languages: ['ar', 'de'] });
  });
  it('is anything where the present value was erased', () => {
    expect(whatDiffers({ phone: '0271 55500001' }, current)).toEqual({ phone: '0271 55500001' });
  });
});

describe('what a change takes back', () => {
  it('is only what is there', () => {
    expect(whatIsThere(['phone', 'town'], current)).toEqual(['phone']);
    expect(whatIsThere(undefined, current)).toEqual([]);
  });
});
