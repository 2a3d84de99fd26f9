import { parseStreamName, type RecordedEvent } from '@lotsennetz/kernel';
import type { OpenStores } from '../platform-under-test.js';

/** Everything a service has recorded, in its order. */
export type History = readonly RecordedEvent[];

export async function historiesOf(stores: OpenStores): Promise<ReadonlyMap<string, History>> {
  const histories = new Map<string, History>();
  for (const service of stores.services.keys()) histories.set(service, await historyOf(stores, service));
  return histories;
}

export async function historyOf({ services }: OpenStores, service: string): Promise<History> {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await services.get(service)?.eventStore.readAll({ after: events.at(-1)?.position, limit: 1000 });
    if (!page?.length) return events;
    events.push(...page);
  }
}

/** What is wrong with a history by itself, whatever it is about; empty when nothing is. */
export function faultsOf(service: string, history: History): readonly string[] {
  return [...gaps(history), ...repeatedIds(history), ...scatteredCommands(history)].map(
    (fault) => `${service}: ${fault}`,
  );
}

/** Events of one type that the function groups by what may happen only once; the groups with more than one. */
export function happenedTwice(
  history: History,
  type: string,
  causeOf: (event: RecordedEvent) => string,
): readonly string[] {
  const groups = Map.groupBy(
    history.filter((event) => event.type === type),
    causeOf,
  );
  return [...groups]
    .filter(([, events]) => events.length > 1)
    .map(([cause, events]) => `${type} ${events.length} times for ${cause}`);
}

export function ofCategory(history: History, category: string): ReadonlyMap<string, History> {
  return Map.groupBy(
    history.filter(({ stream }) => parseStreamName(stream).category === category),
    ({ stream }) => stream,
  );
}

function gaps(history: History): readonly string[] {
  return [...Map.groupBy(history, ({ stream }) => stream)].flatMap(([stream, events]) =>
    events.every(({ revision }, index) => revision === index)
      ? []
      : [`${stream} has revisions ${events.map(({ revision }) => revision).join()}`],
  );
}

function repeatedIds(history: History): readonly string[] {
  return [...Map.groupBy(history, ({ id }) => id)]
    .filter(([, events]) => events.length > 1)
    .map(([id]) => `event id ${id} is there twice`);
}

// The events of a command are appended together, so in its stream they follow each other without another's between.
function scatteredCommands(history: History): readonly string[] {
  const commands = Map.groupBy(
    history.filter(({ meta }) => meta.commandId !== undefined),
    ({ stream, meta }) => `${stream} ${meta.commandId ?? ''}`,
  );
  return [...commands]
    .filter(([, events]) => events.some(({ revision }, index) => revision !== (events[0]?.revision ?? 0) + index))
    .map(([command]) => `command recorded twice: ${command}`);
}
