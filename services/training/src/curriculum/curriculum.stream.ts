import { defineEvents, defineStream, field, type DataOf, type EventOf } from '@lotsennetz/kernel';

const content = {
  title: field.publicText('title of a curriculum'),
  modules: field.list(
    field.record({
      number: field.integer(),
      title: field.publicText('content of a curriculum'),
      minutes: field.integer(),
    }),
  ),
  /** Certificate rule: how many sessions a certified person may have missed. */
  maxMissed: field.integer(),
} as const;

const schemas = defineEvents({ CurriculumPublished: content });

export type CurriculumEvent = EventOf<typeof schemas>;
export type CurriculumContent = DataOf<typeof content>;
export type CurriculumState = { readonly status: 'unknown' } | ({ readonly status: 'published' } & CurriculumContent);

/** What a course teaches and when it is certified. It never changes: another content is another curriculum. */
export const curriculum = defineStream({
  service: 'training',
  category: 'curriculum',
  schemas,
  initial: { status: 'unknown' },
  evolve: (_state, event): CurriculumState => ({ status: 'published', ...event.data }),
});
