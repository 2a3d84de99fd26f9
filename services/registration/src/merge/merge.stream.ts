import { defineEvents, defineStream, field, type EventOf } from '@lotsennetz/kernel';

const schemas = defineEvents({
  MergedInto: { into: field.id() },
  MergeUndone: {},
});

export type MergeEvent = EventOf<typeof schemas>;
export type MergeState = { readonly status: 'none' | 'undone' } | { readonly status: 'merged'; readonly into: string };

/**
 * Whether a volunteer is the same person as another one; the stream's id is the duplicate's. Apart from the
 * volunteer's own stream, so that undoing it leaves every state, row and revision there as it was.
 */
export const merge = defineStream({
  service: 'registration',
  category: 'merge',
  schemas,
  initial: { status: 'none' },
  evolve: (_state: MergeState, event): MergeState =>
    event.type === 'MergedInto' ? { status: 'merged', into: event.data.into } : { status: 'undone' },
});

/** The row of a volunteer who is merged into nobody any more. */
export function unmerged<Row extends { readonly merged?: true; readonly mergedInto?: string }>(row: Row): Row {
  const { merged: _, mergedInto: __, ...rest } = row;
  return rest as Row;
}
