import { Unavailable } from '@lotsennetz/kernel';
import { describeError, framesOf } from './describe-error.js';

/** An error whose message quotes what somebody wrote, as parsers and drivers make them. */
function quoting(): Error {
  try {
    JSON.parse('{"name": Zerafina}');
  } catch (error) {
    return error as Error;
  }
  throw new Error('unreachable');
}

describe('an error in the log', () => {
  it('has class, code and place, and never its message', () => {
    expect(quoting().message).toContain('Zerafina');
    expect(describeError(quoting())).toMatch(/^SyntaxError in .*describe-error\.spec\.ts:\d+$/);
    expect(describeError(Object.assign(new TypeError('Zerafina'), { code: 'ERR_X' }))).toMatch(/^TypeError ERR_X in /);
    expect(framesOf(quoting())).not.toContain('Zerafina');
    expect(framesOf(new Error('first\n    at Zerafina (second)'))).not.toContain('Zerafina');
  });

  it('says what an outage is about, and the codes of what caused it', () => {
    const cause = Object.assign(new Error('Zerafina'), { code: 'ECONNREFUSED' });
    expect(describeError(new Unavailable('the history does not answer', { cause }))).toMatch(
      /^Unavailable unavailable: the history does not answer, because of Error ECONNREFUSED in /,
    );
  });

  it('is unknown when it is none', () => {
    expect(describeError('Zerafina')).toBe('unknown error');
    expect(framesOf('Zerafina')).toBeUndefined();
  });
});
