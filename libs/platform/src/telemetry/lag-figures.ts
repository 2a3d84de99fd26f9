import { parkedStreams, pause, relayCheckpoint, type Clock, type EventBus, type Position } from '@lotsennetz/kernel';
import type { ServiceRuntime } from '../service-runtime.js';
import { secondsBetween, type ConsumerWatch } from './consumer-watch.js';
import type { Gauge, Metrics } from './metrics.js';

const readWithinMs = 2_000;

export interface WatchedConsumer {
  readonly consumer: string;
  readonly topic: string;
  readonly watch: ConsumerWatch;
}

interface Watched {
  readonly services: readonly ServiceRuntime[];
  readonly consumers: () => readonly WatchedConsumer[];
}

/** Lags and parked streams of the services of this process, looked up when somebody reads the metrics. */
export function lagFigures(metrics: Metrics, { services, consumers }: Watched): void {
  const parked = metrics.gauge('lotsennetz_parked_streams', 'Streams whose event a consumer could not handle.');
  const consumerLag = metrics.gauge(
    'lotsennetz_consumer_lag_seconds',
    'How long the oldest event that a consumer has not handled has been waiting; 0 when none waits.',
  );
  const backlog = metrics.gauge('lotsennetz_consumer_backlog_events', 'Published events a consumer has not handled.');
  const relayLag = metrics.gauge(
    'lotsennetz_relay_lag_seconds',
    'Age of the oldest recorded event that the relay has not passed; 0 when there is none.',
  );
  const viewLag = metrics.gauge(
    'lotsennetz_view_lag_seconds',
    'Age of the oldest recorded event that a view does not show; 0 when there is none.',
  );
  for (const service of services) {
    const own = () => consumers().filter(({ consumer }) => consumer.startsWith(`${service.name}.`));
    const relayWatch = new LagWatch(relayLag, service.clock);
    const viewWatch = new LagWatch(viewLag, service.clock);
    metrics.beforeReading(() => lookAtHistory(service, relayWatch, viewWatch));
    metrics.beforeReading(() => countParked(service, own(), parked));
    metrics.beforeReading(() => lookAtConsumers(service, own(), { consumerLag, backlog }));
  }
}

async function lookAtHistory(service: ServiceRuntime, relayed: LagWatch, shown: LagWatch): Promise<void> {
  const { name, readModels, definition } = service;
  const ages = agesOf(service);
  await Promise.all([
    relayed.look({ service: name }, async () => (await ages)(await readModels.checkpoint(relayCheckpoint))),
    ...definition.projections.map((view) =>
      shown.look({ service: name, view: view.name }, async () =>
        (await ages)(await readModels.checkpoint(service.views.collection(view.name))),
      ),
    ),
  ]);
}

/** Answers how old the first event after a checkpoint is. Views mostly share theirs, so each is looked up once. */
async function agesOf({ eventStore, clock }: ServiceRuntime): Promise<(checkpoint?: string) => Promise<number>> {
  const head = await eventStore.head();
  const known = new Map<string, Promise<number>>();
  const age = async (checkpoint: string) => {
    const after = checkpoint === '' ? undefined : (checkpoint as Position);
    const [next] = await eventStore.readAll({ after, limit: 1 });
    return next ? secondsBetween(next.recordedAt, clock.now()) : 0;
  };
  return (checkpoint = '') => {
    if (head === undefined || checkpoint >= head) return Promise.resolve(0);
    const found = known.get(checkpoint) ?? age(checkpoint);
    known.set(checkpoint, found);
    return found;
  };
}

/** A gauge of seconds. While a store does not answer nothing moves, so the lag grows with the clock. */
class LagWatch {
  private readonly last = new Map<string, { readonly seconds: number; readonly at: number }>();

  constructor(
    private readonly gauge: Gauge,
    private readonly clock: Clock,
  ) {}

  async look(labels: Readonly<Record<string, string>>, read: () => Promise<number>): Promise<void> {
    const key = JSON.stringify(labels);
    const now = Date.parse(this.clock.now());
    const seconds = await answered(read);
    if (seconds !== undefined) this.last.set(key, { seconds, at: now });
    const last = this.last.get(key) ?? { seconds: 0, at: now };
    this.last.set(key, last);
    this.gauge.set(labels, last.seconds + (now - last.at) / 1000);
  }
}

async function countParked(service: ServiceRuntime, own: readonly WatchedConsumer[], gauge: Gauge): Promise<void> {
  const found = await answered(() => parkedStreams(service.readModels));
  if (!found) return;
  const perConsumer = Map.groupBy(found, ({ progress }) => progress.consumer);
  const names = new Set([...own.map(({ consumer }) => consumer), ...perConsumer.keys()]);
  for (const consumer of names) gauge.set({ service: service.name, consumer }, perConsumer.get(consumer)?.length ?? 0);
}

async function lookAtConsumers(
  { name: service, bus, clock }: { readonly name: string; readonly bus: EventBus; readonly clock: Clock },
  own: readonly WatchedConsumer[],
  gauges: { readonly consumerLag: Gauge; readonly backlog: Gauge },
): Promise<void> {
  await Promise.all(
    own.map(async ({ consumer, topic, watch }) => {
      const waiting = await answered(() => bus.backlog(topic, consumer));
      if (waiting !== undefined) gauges.backlog.set({ service, consumer }, waiting);
      gauges.consumerLag.set({ service, consumer }, watch.lagSeconds(waiting, clock.now()));
    }),
  );
}

/** undefined when it fails or takes too long: who scrapes must get the rest. */
async function answered<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  const enough = new AbortController();
  try {
    return await Promise.race([read(), pause(readWithinMs, enough.signal).then(() => undefined)]);
  } catch {
    return undefined;
  } finally {
    enough.abort();
  }
}
