import type { RecordedEvent } from '@lotsennetz/kernel';

/** `office`: somebody of the office, signed in or with a token; `platform`: what the platform does of itself. */
export const enteredBy = ['form', 'import', 'office', 'platform'] as const;
export type EnteredBy = (typeof enteredBy)[number];

/** An event as a line that people read. What its fields held is not part of it: they may be sealed. */
export function entryOf({ revision, type, happenedOn, recordedAt, meta, data }: RecordedEvent) {
  return {
    revision,
    what: type,
    happenedOn,
    recordedAt,
    enteredBy: whoEntered(meta.actor),
    fields: type === 'ProfileChanged' ? Object.keys(data) : [],
  };
}

const kinds: Readonly<Record<string, EnteredBy>> = { public: 'form', import: 'import', reaction: 'platform' };

function whoEntered(actor: string): EnteredBy {
  return kinds[actor.split(':')[0] ?? ''] ?? 'office';
}
