import { BusinessDayBody } from './business-day.js';
import { Text } from './fields.js';
import { inputPipe } from './input-pipe.js';
import { Problem } from './problem.js';

const body = (value: unknown) => inputPipe.transform(value, { type: 'body', metatype: BusinessDayBody });

class ChangeBody {
  @Text({ max: 10, optional: true })
  readonly name?: string;
}

class NewBody extends ChangeBody {
  @Text({ max: 10 })
  declare readonly name: string;
}

describe('input', () => {
  it('becomes an instance of its class', () => {
    expect(body({ on: '2015-11-19' })).toBeInstanceOf(BusinessDayBody);
    expect(body({ on: '2015-11-19' })).toEqual({ on: '2015-11-19' });
  });
  it('may be left out where every field may', () => {
    expect(body(undefined)).toEqual({});
  });
  it('may not be left out where a class demands what its parent does not', () => {
    const as = (metatype: typeof ChangeBody) => () => inputPipe.transform({}, { type: 'body', metatype });
    expect(as(ChangeBody)()).toEqual({});
    expect(as(NewBody)).toThrow(Problem);
  });
  it.each([
    ['an unknown field', { on: '2015-11-19', admin: true }],
    ['a wrong value', { on: '2015-02-29' }],
    ['a list', [{ on: '2015-11-19' }]],
    ['a text', 'on'],
  ])('%s is refused', (_, value) => {
    expect(() => body(value)).toThrow(Problem);
  });
  it('takes nothing from a prototype', () => {
    const input: unknown = body(JSON.parse('{"__proto__": {"on": "2015-11-19"}}'));
    expect(input).toBeInstanceOf(BusinessDayBody);
    expect(input).toEqual({});
  });
  it('turns single parameters into numbers', async () => {
    expect(await inputPipe.transform('3', { type: 'param', metatype: Number, data: 'n' })).toBe(3);
  });
});
