import { looksOfOthers } from './looks-of-others.js';

describe('who has seen what, from the logs of all services', () => {
  const look = (at: string, relation: 'member' | 'self' = 'member') => ({ at, relation });
  const over = (...items: ReturnType<typeof look>[]) => ({ items, next: null });
  const goesOn = (...items: ReturnType<typeof look>[]) => ({ items, next: 'more' });
  const shown = (...logs: ReturnType<typeof over | typeof goesOn>[]) => looksOfOthers(logs).map(({ at }) => at);

  it('is the latest first', () => expect(shown(over(look('5'), look('2')), over(look('4')))).toEqual(['5', '4', '2']));
  it('is not what one has looked at oneself', () => expect(shown(over(look('5', 'self'), look('2')))).toEqual(['2']));
  it('ends where a log was read no further', () => {
    expect(shown(goesOn(look('9'), look('6')), over(look('8'), look('5')))).toEqual(['9', '8', '6']);
    expect(shown(goesOn(look('9'), look('6', 'self')), goesOn(look('8'), look('7')))).toEqual(['9', '8', '7']);
  });
  it('is nothing while nothing is known', () => expect(shown(over(), over())).toEqual([]));
});
