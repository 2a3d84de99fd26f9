import { day, instant, TenantScope, type ContractEvent, type EventId, type StreamName } from '@lotsennetz/kernel';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Commands } from '../commands.js';
import { correct, guest, guestList, sign } from '../guest-book.js';
import { startForTest, type TestDeployment } from '../testing.js';

const scope = TenantScope.of('siegen');
const on = day('2015-01-06');
const signing = { type: 'GuestSigned', happenedOn: on, data: { name: 'Zerafina', town: 'Siegen' } } as const;
const naming = { type: 'NameCorrected', happenedOn: on, data: { name: 'Zerafina' } } as const;

@Controller()
class WhenSignedFail {
  @EventPattern('guests', { consumer: 'broken.when-signed-fail' })
  on(@Payload() _event: ContractEvent): Promise<void> {
    return Promise.reject(new RangeError('not today'));
  }
}

/** Folds nothing and publishes nothing: its view and relay stay where they are. */
const broken = {
  name: 'broken',
  purposes: ['name'],
  projections: [
    {
      ...guestList,
      evolve: () => {
        throw new RangeError('cannot be folded');
      },
    },
  ],
  published: [
    () => {
      throw new RangeError('cannot be published');
    },
  ],
  controllers: [WhenSignedFail],
} as const;
const guests = {
  name: 'guests',
  purposes: ['name'],
  projections: [guestList],
  published: [],
  controllers: [],
} as const;

const event: ContractEvent = {
  id: 'e' as EventId,
  type: 'guests.signed.v1',
  stream: 'guests.guest-siegen_a' as StreamName,
  revision: 0,
  recordedAt: instant('2015-01-06T08:00:00.000Z'),
  happenedOn: on,
  tenant: scope.tenant,
  correlationId: 'c',
  data: {},
};

describe('/metrics', () => {
  let platform: TestDeployment;
  beforeAll(async () => {
    platform = await startForTest([guests, broken]);
  });
  afterAll(() => platform.close());

  const text = async () => (await platform.call('GET', '/metrics')).body as string;
  const valueOf = async (series: string) => {
    const line = (await text()).split('\n').find((each) => each.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length));
  };
  const run = (service: string, key: string, decide: typeof sign | typeof correct, command: object) =>
    new Commands(platform.service(service)).run(
      { scope, actor: 'test', key },
      { stream: guest, id: `guest-of-${service}`, decide: decide as typeof sign, command: command as typeof signing },
    );

  it('counts commands by what came of them', async () => {
    await run('guests', 'a', correct, naming);
    await run('guests', 'b', sign, signing);
    await run('guests', 'b', sign, signing);
    await run('guests', 'c', sign, signing);
    for (const [outcome, count] of [
      ['refused', 1],
      ['done', 1],
      ['repeated', 1],
      ['nothing-to-do', 1],
    ])
      expect(await valueOf(`lotsennetz_commands_total{service="guests",outcome="${outcome}"}`)).toBe(count);
  });

  it('counts the conflicts of commands', async () => {
    const { eventStore, folds } = platform.service('guests');
    const name = guest.name(scope, 'guest-of-guests');
    const remembered = folds.get(name);
    await run('guests', 'd', correct, naming);
    folds.set(name, remembered!);
    await run('guests', 'e', correct, naming);
    expect(await valueOf('lotsennetz_command_conflicts_total{service="guests"}')).toBe(1);
    expect(await eventStore.readStream(name)).toHaveLength(3);
  });

  it('tells how far a relay and a view are behind, from when the oldest event was recorded', async () => {
    await platform.eventually(async () => {
      expect(await valueOf('lotsennetz_relay_lag_seconds{service="guests"}')).toBe(0);
      expect(await valueOf('lotsennetz_view_lag_seconds{service="guests",view="guest-list"}')).toBe(0);
    });
    const { eventStore, clock } = platform.service('broken');
    await run('broken', 'a', sign, signing);
    const [oldest] = await eventStore.readAll({ limit: 1 });
    const age = () => (Date.parse(clock.now()) - Date.parse(oldest!.recordedAt)) / 1000;
    const least = age();
    const relayed = await valueOf('lotsennetz_relay_lag_seconds{service="broken"}');
    const shown = await valueOf('lotsennetz_view_lag_seconds{service="broken",view="guest-list"}');
    for (const lag of [relayed, shown]) {
      expect(lag).toBeGreaterThanOrEqual(least);
      expect(lag).toBeLessThanOrEqual(age());
    }
  });

  it('tells of parked streams and of consumers behind', async () => {
    const labels = '{service="broken",consumer="broken.when-signed-fail"}';
    expect(await valueOf(`lotsennetz_parked_streams${labels}`)).toBe(0);
    await platform.service('broken').bus.publish('guests', [event]);
    await platform.eventually(async () => {
      // Recorded in 2015: while it is tried again it waits, and so do all that follow.
      expect(await valueOf(`lotsennetz_consumer_lag_seconds${labels}`)).toBeGreaterThan(300_000_000);
    });
    await platform.eventually(async () => expect(await valueOf(`lotsennetz_parked_streams${labels}`)).toBe(1));
    await platform.eventually(async () => expect(await valueOf(`lotsennetz_consumer_lag_seconds${labels}`)).toBe(0));
    expect(await valueOf(`lotsennetz_consumer_backlog_events${labels}`)).toBe(0);
  });

  it('times requests by route, whatever was asked for', async () => {
    await platform.call('GET', '/health/live?name=Zerafina');
    await platform.call('GET', '/somewhere/Zerafina');
    const count = (route: string, status: number) =>
      valueOf(`lotsennetz_http_request_duration_seconds_count{method="GET",route="${route}",status="${status}"}`);
    expect(await count('/health/live', 200)).toBe(1);
    expect(await count('unmatched', 404)).toBe(1);
  });

  it('names no tenant and nobody', async () => {
    for (const word of ['siegen', 'Zerafina', 'guest-of']) expect(await text()).not.toContain(word);
  });
});
