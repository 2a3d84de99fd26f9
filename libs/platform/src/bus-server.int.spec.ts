import {
  day,
  instant,
  parkedStreams,
  requestParked,
  TenantScope,
  type ContractEvent,
  type EventId,
  type StreamName,
} from '@lotsennetz/kernel';
import { Controller, type Type } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { of } from 'rxjs';
import { BusServer } from './bus-server.js';
import { startForTest, type TestDeployment } from './testing.js';

/** What reactions have handled, by consumer, and where they are told to fail. */
const handled = new Map<string, string[]>();
const failing = new Set<string>();

async function handle(consumer: string, event: ContractEvent): Promise<void> {
  await Promise.resolve();
  if (failing.has(`${consumer} ${event.id}`)) throw new RangeError('not now');
  handled.set(consumer, [...(handled.get(consumer) ?? []), event.id]);
}

@Controller()
class WhenSignedGreet {
  @EventPattern('guests', { consumer: 'greeters.when-signed-greet' })
  on(@Payload() event: ContractEvent): Promise<void> {
    return handle('greet', event);
  }
}

@Controller()
class WhenSignedCount {
  @EventPattern('guests', { consumer: 'greeters.when-signed-count' })
  async on(@Payload() event: ContractEvent) {
    await handle('count', event);
    return of(undefined);
  }
}

const greeters = (...controllers: readonly Type[]) =>
  ({ name: 'greeters', purposes: [], projections: [], published: [], controllers }) as const;

const event = (stream: string, revision: number): ContractEvent => ({
  id: `${stream}/${revision}` as EventId,
  type: 'guests.signed.v1',
  stream: `guests.guest-siegen_${stream}` as StreamName,
  revision,
  recordedAt: instant('2015-01-06T08:00:00.000Z'),
  happenedOn: day('2015-01-06'),
  tenant: TenantScope.of('siegen').tenant,
  correlationId: 'c',
  data: {},
});
const events = (stream: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => event(stream, from + index));
const idsOf = (list: readonly ContractEvent[]) => list.map(({ id }) => id);

describe('reactions of Nest behind the bus', () => {
  let platform: TestDeployment;
  beforeEach(async () => {
    handled.clear();
    failing.clear();
    platform = await startForTest([greeters(WhenSignedGreet, WhenSignedCount)]);
  });
  afterEach(() => platform.close());

  const publish = (...list: readonly ContractEvent[]) => platform.service('greeters').bus.publish('guests', list);
  const parked = async () => parkedStreams(platform.service('greeters').readModels);
  const handledBy = (consumer: string, stream: string) =>
    (handled.get(consumer) ?? []).filter((id) => id.startsWith(`${stream}/`));

  it('are consumers of their own, each handling everything in the order of its stream', async () => {
    await publish(...events('a', 0, 4), ...events('b', 0, 4));
    await platform.settled();
    for (const consumer of ['greet', 'count'])
      for (const stream of ['a', 'b']) expect(handledBy(consumer, stream)).toEqual(idsOf(events(stream, 0, 4)));
  });

  it('handle what comes twice once', async () => {
    await publish(...events('a', 0, 2), ...events('a', 1, 2));
    await platform.settled();
    expect(handledBy('greet', 'a')).toEqual(idsOf(events('a', 0, 2)));
  });

  it('go on where they were after a restart', async () => {
    await publish(...events('a', 0, 1));
    await platform.settled();
    await platform.restart();
    await publish(...events('a', 2, 3));
    await platform.settled();
    expect(handledBy('greet', 'a')).toEqual(idsOf(events('a', 0, 3)));
  });

  it('that keep failing park their stream only, for themselves only, until asked to try again', async () => {
    failing.add('greet a/1');
    await publish(...events('a', 0, 2), ...events('b', 0, 2));
    await platform.settled();
    expect(handledBy('count', 'a')).toEqual(idsOf(events('a', 0, 2)));
    expect(handledBy('greet', 'b')).toEqual(idsOf(events('b', 0, 2)));
    expect(handledBy('greet', 'a')).toEqual(['a/0']);
    const [stopped, ...more] = await parked();
    expect(more).toEqual([]);
    expect(stopped?.progress).toMatchObject({
      consumer: 'greeters.when-signed-greet',
      stream: 'guests.guest-siegen_a',
      // The error's own name has come through Nest.
      parked: { reason: 'RangeError', waiting: 2 },
    });
    failing.clear();
    await requestParked(platform.service('greeters').readModels, stopped!, 'retry');
    await platform.eventually(async () => expect(await parked()).toEqual([]));
    expect(handledBy('greet', 'a')).toEqual(idsOf(events('a', 0, 2)));
  });
});

describe('a reaction the bus cannot serve', () => {
  it.each([
    ['names no consumer', undefined, '@EventPattern needs a topic'],
    ['names one without its service', 'when-signed-greet', '@EventPattern needs a topic'],
    ['belongs to another service', 'strangers.when-signed-greet', 'belongs to no service of this process'],
    ['has the name of another', 'greeters.when-access-changed-learn-it', 'two reactions call themselves'],
  ])('stops the start: it %s', async (_, consumer, message) => {
    const extras: Record<string, string> = consumer === undefined ? {} : { consumer };
    @Controller()
    class Wrong {
      @EventPattern('guests', extras)
      on(@Payload() _event: ContractEvent): Promise<void> {
        return Promise.reject(new Error('is never called'));
      }
    }
    await expect(startForTest([greeters(Wrong)])).rejects.toThrow(message);
  });

  it('names its topic as a text', () => {
    const server = new BusServer(new Map());
    expect(() => server.addHandler({ cmd: 'x' }, () => Promise.resolve(), true, { consumer: 'a.b' })).toThrow(
      '@EventPattern needs a topic',
    );
  });
});
