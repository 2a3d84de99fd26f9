import { day } from '@lotsennetz/kernel';
import {
  exampleProjection,
  exampleStream,
  deleted,
  move,
  moved,
  paused,
  register,
  registered,
} from './example-stream.js';
import { foldProjection } from './fold-projection.js';
import { given } from './given-when-then.js';
import { recordedEvents } from './recorded-events.js';

describe('given, when, then', () => {
  it('passes where the decision is as the sentence says', () => {
    given(exampleStream).when(register, { town: 'Siegen' }).then(registered('Siegen'));
    given(exampleStream, registered('Siegen')).when(move, { town: 'Netphen' }).then(moved('Netphen'));
    given(exampleStream, registered('Siegen'), moved('Netphen')).when(move, { town: 'Netphen' }).thenNothing();
    given(exampleStream).when(move, { town: 'Netphen' }).thenRefused('unknown-volunteer');
    given(exampleStream, registered(), paused).when(move, { town: 'Netphen' }).thenRefused('paused', { moves: 0 });
  });

  it('fails where it is not', () => {
    const moving = given(exampleStream, registered('Siegen')).when(move, { town: 'Netphen' });
    expect(() => moving.then(moved('Kreuztal'))).toThrow();
    expect(() => moving.then()).toThrow();
    expect(() => moving.thenNothing()).toThrow();
    expect(() => moving.thenRefused('paused')).toThrow();
    const refused = given(exampleStream, registered(), paused).when(move, { town: 'Netphen' });
    expect(() => refused.thenRefused('unknown-volunteer')).toThrow();
    expect(() => refused.thenRefused('paused', { moves: 3 })).toThrow();
    expect(() => refused.thenNothing()).toThrow();
  });

  it('knows the types', () => {
    const wrong = [
      // @ts-expect-error -- the command has a town
      () => given(exampleStream).when(register, { name: 'Amal' }),
      // @ts-expect-error -- no such refusal
      () => given(exampleStream).when(move, { town: 'Siegen' }).thenRefused('full'),
      // @ts-expect-error -- no such event
      () => given(exampleStream, { type: 'CourseFull', happenedOn: day('2015-11-20'), data: {} }),
    ];
    expect(wrong).toHaveLength(3);
  });

  it('catches a fold that changes its input in place', () => {
    const careless = { ...exampleStream, evolve: (state: object) => Object.assign(state, { seen: true }) as never };
    expect(() => given(careless, registered()).when(register, { town: 'Siegen' })).toThrow(TypeError);
  });
});

describe('folding a projection', () => {
  const id = '018f0000-0000-7000-8000-000000000001';

  it('answers the rows, and folds everything twice', async () => {
    const events = recordedEvents(exampleStream, { id }, registered('Siegen'), moved('Netphen'), paused);
    expect([...(await foldProjection(exampleProjection, events))]).toEqual([
      [id, { name: 'Amal', town: 'Netphen', moves: 1 }],
    ]);
    const gone = recordedEvents(exampleStream, { id, from: 3 }, deleted);
    expect((await foldProjection(exampleProjection, [...events, ...gone])).size).toBe(0);
  });

  it('fails where folding one by one gives other rows than folding at once', async () => {
    let calls = 0;
    const impure = { ...exampleProjection, evolve: () => ({ name: 'Amal', town: 'x', moves: (calls += 1) }) };
    await expect(foldProjection(impure, recordedEvents(exampleStream, { id }, registered()))).rejects.toThrow();
  });
});
