import { WEIGHT_NAMES, type Weights } from '@lotsennetz/assignment';
import { defineEvents, defineStream, field, type Day, type EventOf } from '@lotsennetz/kernel';

/** What a tenant has chosen; a weight that is not among them is the default. */
export type ChosenWeights = Partial<Weights>;

const points = field.optional(field.integer());

const schemas = defineEvents({
  WeightsSet: {
    bandPoints: points,
    secondLanguagePoints: points,
    furtherLanguagePoints: points,
    topicPoints: points,
    dayPartPoints: points,
    kmPoints: points,
    sameTownKm: points,
    hysteresisPoints: points,
    balancePoints: points,
    waitingPoints: points,
    agingDays: points,
  } satisfies Record<keyof Weights, typeof points>,
});

export type WeightsEvent = EventOf<typeof schemas>;
export type WeightsState =
  { readonly status: 'never-set' } | { readonly status: 'set'; readonly chosen: ChosenWeights; readonly since: Day };

/** What matters how much where a tenant's proposals are computed. Its stream's id is the tenant's own id. */
export const weights = defineStream({
  service: 'matching',
  category: 'weights',
  schemas,
  initial: { status: 'never-set' },
  evolve: (_state, event): WeightsState => ({ status: 'set', chosen: event.data, since: event.happenedOn }),
});

/** Whether two choices come to the same weights, spelt out or left out. */
export function sameChoice(a: ChosenWeights, b: ChosenWeights): boolean {
  return WEIGHT_NAMES.every((name) => a[name] === b[name]);
}
