import { pause, systemClock } from '@lotsennetz/kernel';
import { appendLives, lifeEvent, volunteerStream } from '../volunteer-history.js';
import { effectsAfter } from './effects.js';
import type { Topology } from './topology.js';

export interface Load {
  /** Events of the unpaced run. */
  readonly events: number;
  readonly people: number;
  readonly paced: { readonly count: number; readonly betweenMs: number };
}

export interface Measured {
  readonly eventsPerSecond: number;
  /** Paced run: from cause to effect. */
  readonly lagsMs: readonly number[];
}

/** Events a second from append in registration to the effect recorded in training, and how long one takes when there is time. */
export async function measureOurs({ stores }: Topology, { events, people, paced }: Load): Promise<Measured> {
  // Two events a person first: interested and accepted, so that training knows whom the others are about.
  await appendLives(stores.registration, people, 2);
  await effectsAfter(stores.training, undefined, people * 2);
  let number = people * 2;
  const append = (index: number) =>
    stores.registration.append({
      stream: volunteerStream(index % people),
      expectedRevision: 1 + Math.floor(index / people),
      events: [lifeEvent(index % people, 2 + Math.floor(index / people), number++, systemClock.now())],
    });
  const before = await stores.training.head();
  const since = performance.now();
  for (let from = 0; from < events; from += 100)
    await Promise.all(Array.from({ length: 100 }, (_, index) => append(from + index)));
  await effectsAfter(stores.training, before, events);
  const eventsPerSecond = (events / (performance.now() - since)) * 1000;
  return { eventsPerSecond, lagsMs: await pacedLags() };

  async function pacedLags(): Promise<readonly number[]> {
    const [start, from] = [await stores.training.head(), await stores.registration.head()];
    for (let index = events; index < events + paced.count; index++) {
      await append(index);
      await pause(paced.betweenMs);
    }
    const effects = await effectsAfter(stores.training, start, paced.count);
    const causes = await stores.registration.readAll({ after: from, limit: paced.count });
    return causes.map(({ id, recordedAt }) => Date.parse(effects.get(id) ?? '') - Date.parse(recordedAt));
  }
}
