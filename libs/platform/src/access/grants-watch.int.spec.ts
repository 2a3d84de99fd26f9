import { FakeClock } from '@lotsennetz/testing';
import { guestList } from '../guest-book.js';
import { ConsumerWatch } from '../telemetry/consumer-watch.js';
import { startForTest } from '../testing.js';
import { GrantsWatch } from './grants-watch.js';

const guests = {
  name: 'guests',
  purposes: ['name'],
  projections: [guestList],
  published: [],
  controllers: [],
} as const;
const never = new AbortController().signal;

describe('the watch over what a service learns of grants', () => {
  const clock = new FakeClock('2026-03-02T07:00:00.000Z');
  let answer: () => Promise<number>;
  let asked: number;
  let watch: GrantsWatch;
  const lookAfter = async (seconds: number) => {
    clock.advance({ seconds });
    await watch.look(never);
    return watch.heldSince;
  };

  beforeEach(() => {
    clock.set('2026-03-02T07:00:00.000Z');
    asked = 0;
    const bus = { backlog: () => (++asked, answer()) };
    const consumer = { consumer: 'c', topic: 't', watch: new ConsumerWatch() };
    watch = new GrantsWatch({ bus, clock, consumer });
  });

  it.each([
    ['does not answer', () => Promise.reject(new Error('away'))],
    ['has news that nobody takes', () => Promise.resolve(3)],
  ])('a bus that %s is told of after 5 s, and since when; news again clear it', async (_, stalled) => {
    answer = () => Promise.resolve(0);
    expect(await lookAfter(60)).toBeUndefined();
    answer = stalled;
    expect(await lookAfter(2)).toBeUndefined();
    expect(await lookAfter(5)).toBeUndefined();
    expect(await lookAfter(1)).toBe('2026-03-02T07:01:02.000Z');
    expect(await lookAfter(3_600)).toBe('2026-03-02T07:01:02.000Z');
    answer = () => Promise.resolve(0);
    expect(await lookAfter(2)).toBeUndefined();
  });

  it('a question that hangs is not asked again and again', async () => {
    answer = () => new Promise<number>(() => undefined);
    const stop = new AbortController();
    const [first, second] = [watch.look(stop.signal), watch.look(stop.signal)];
    stop.abort();
    await Promise.all([first, second]);
    expect(asked).toBe(1);
  });

  it('a consumer that works its way through is not stalled', async () => {
    let waiting = 100;
    answer = () => Promise.resolve((waiting -= 10));
    for (let look = 0; look < 8; look += 1) expect(await lookAfter(4)).toBeUndefined();
  });
});

it('/health/ready goes on saying 200, and since when no news of grants came', async () => {
  const clock = new FakeClock('2026-03-02T07:00:00.000Z');
  const platform = await startForTest([guests], { clock });
  try {
    const ready = async () => (await platform.call('GET', '/health/ready')).body as { readonly grants?: object };
    expect(await ready()).not.toHaveProperty('grants');
    const { bus } = platform.service('guests');
    const backlog = bus.backlog.bind(bus);
    bus.backlog = () => Promise.reject(new Error('away'));
    await platform.eventually(async () => {
      clock.advance({ seconds: 6 });
      expect(await ready()).toMatchObject({
        status: 'ready',
        grants: { since: expect.stringMatching(/^2026-03-02T07/) },
      });
    });
    expect((await platform.call('GET', '/health/ready')).status).toBe(200);
    bus.backlog = backlog;
    await platform.eventually(async () => expect(await ready()).not.toHaveProperty('grants'));
  } finally {
    await platform.close();
  }
});
