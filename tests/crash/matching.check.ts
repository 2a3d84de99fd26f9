import type { RecordedEvent } from '@lotsennetz/kernel';
import { happenedTwice, ofCategory, type History } from './history.js';

interface Data {
  readonly placementId: string;
  readonly capacity?: number;
}

/** Read from the events alone, without the service's own fold. */
export function matchingFaults(history: History): readonly string[] {
  const helpers = ofCategory(history, 'helper');
  return [
    ...[...helpers.values()].flatMap(capacityFaults),
    ...happenedTwice(history, 'PlacementConfirmed', placementOf),
    ...happenedTwice(history, 'PlacementConfirmed', ({ stream }) => stream),
    ...happenedTwice(history, 'PlacementEnded', placementOf),
    ...placementsWithoutPlace(history, [...helpers.values()].flat()),
  ];
}

function capacityFaults(helper: History): readonly string[] {
  const places = new Set<string>();
  let capacity = 0;
  const faults: string[] = [];
  for (const event of helper) {
    const data = event.data as Data;
    capacity = data.capacity ?? capacity;
    if (event.type === 'PlaceReleased') places.delete(data.placementId);
    if (event.type !== 'PlaceTaken') continue;
    places.add(data.placementId);
    if (places.size > capacity) faults.push(`${event.stream}: ${places.size} places taken of ${capacity}`);
  }
  return faults;
}

function placementsWithoutPlace(history: History, helpers: History): readonly string[] {
  const taken = new Set(helpers.filter(({ type }) => type === 'PlaceTaken').map(placementOf));
  return history
    .filter((event) => event.type === 'PlacementConfirmed' && !taken.has(placementOf(event)))
    .map((event) => `${placementOf(event)} was confirmed without a place`);
}

function placementOf({ data }: RecordedEvent): string {
  return (data as Data).placementId;
}
