import { formatTraceparent, parseTraceparent } from './traceparent.js';
import { traceparentOf } from './tracing.js';

const text = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('a traceparent', () => {
  it('is read and written', () => {
    const parsed = parseTraceparent(text);
    expect(parsed).toEqual({
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      spanId: '00f067aa0ba902b7',
      flags: 1,
    });
    expect(formatTraceparent(parsed!)).toBe(text);
  });

  it.each([
    ['somebody, living in Siegen'],
    ['00-zz-zz-zz'],
    [text.toUpperCase()],
    [`${text}-more`],
    [text.replace('4bf92f3577b34da6a3ce929d0e0e4736', '0'.repeat(32))],
    [text.replace('00f067aa0ba902b7', '0'.repeat(16))],
  ])('is taken from a caller only when it is one, not %j', (header) => {
    expect(traceparentOf(header)).toBeUndefined();
    expect(traceparentOf(text)).toBe(text);
  });
});
