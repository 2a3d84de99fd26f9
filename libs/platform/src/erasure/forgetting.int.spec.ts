import { registration } from '@lotsennetz/contracts';
import {
  day,
  deriveId,
  instant,
  TenantScope,
  type ContractEvent,
  type EventId,
  type StreamName,
} from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { startForTest, type TestDeployment } from '../testing.js';
import { forgettingStream } from './forgetting.stream.js';
import { PersonForgetter, type ErasureTask } from './person-forgetter.js';
import { noteForgotten } from './when-erasure-ordered-forget-person.js';

const scope = TenantScope.of('siegen');
const rosa = deriveId('rosa');
const on = day('2026-03-01');
const order = {
  id: deriveId('order') as EventId,
  type: registration.erasureOrdered.type,
  stream: `registration.erasure-siegen_${rosa}` as StreamName,
  revision: 1,
  recordedAt: instant('2026-03-01T08:00:00Z'),
  happenedOn: on,
  tenant: scope.tenant,
  correlationId: 'c1',
  data: { subjectId: rosa, kind: 'volunteer' },
} satisfies ContractEvent;

const tried: string[] = [];

/** Fails the first time, as when the process dies in between. */
class FailingOnce extends PersonForgetter {
  override forget({ subjectId }: ErasureTask): Promise<void> {
    tried.push(subjectId);
    return tried.length === 1 ? Promise.reject(new Error('the disk is full')) : Promise.resolve();
  }
}

describe('a service that hears of an order', () => {
  let platform: TestDeployment;

  beforeAll(async () => {
    platform = await startForTest([
      { name: 'guests', purposes: ['name'], projections: [], published: [], controllers: [], forgets: FailingOnce },
    ]);
    const guests = platform.service('guests');
    await guests.keys.obtain(scope, rosa, 'name');
    await guests.bus.publish('registration', [order]);
    await platform.settled();
  });
  afterAll(() => platform.close());

  it('destroys the keys, tries its own part until it has worked, and says so once', async () => {
    const guests = platform.service('guests');
    expect(await guests.keys.obtain(scope, rosa, 'name')).toBe('forgotten');
    expect(tried).toEqual([rosa, rosa]);
    const noted = await guests.eventStore.readStream(forgettingStream('guests').name(scope, rosa));
    expect(noted.map(({ type, data }) => [type, data])).toEqual([['PersonForgotten', { kind: 'volunteer' }]]);
  });

  it('acknowledges on the bus', async () => {
    const acknowledged: ContractEvent[] = [];
    const done = new AbortController();
    await platform.service('guests').bus.consume({
      topic: 'guests',
      group: 'spec',
      signal: done.signal,
      handle: (batch) => {
        acknowledged.push(...batch);
        done.abort();
        return Promise.resolve();
      },
    });
    expect(acknowledged).toMatchObject([{ type: 'guests.erasure-acknowledged.v1', data: { subjectId: rosa } }]);
  });
});

describe('noting that somebody is forgotten', () => {
  const command = { kind: 'volunteer', on } as const;
  const forgotten = { type: 'PersonForgotten', happenedOn: on, data: { kind: 'volunteer' } } as const;

  it('happens once', () => {
    given(forgettingStream('guests')).when(noteForgotten, command).then(forgotten);
    given(forgettingStream('guests'), forgotten).when(noteForgotten, command).thenNothing();
  });
});
