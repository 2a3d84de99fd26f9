import { defineEvents, defineStream, field, type EventOf, type StreamDefinition } from '@lotsennetz/kernel';

const schemas = defineEvents({
  ImportStarted: {
    kind: field.code('volunteers', 'courses', 'attendance', 'requests'),
    fileHash: field.id(),
    total: field.integer(),
  },
  ImportFinished: { done: field.integer() },
  ImportFailed: { done: field.integer(), line: field.integer(), code: field.id() },
});

export type ImportEvent = EventOf<typeof schemas>;
export type ImportKind = 'volunteers' | 'courses' | 'attendance' | 'requests';

export type ImportState =
  | { readonly status: 'unknown' }
  | { readonly status: 'started' | 'finished'; readonly kind: ImportKind; readonly total: number }
  | {
      readonly status: 'failed';
      readonly kind: ImportKind;
      readonly total: number;
      readonly done: number;
      readonly line: number;
      readonly code: string;
    };

/** One file that was sent in; its id derives from kind and content, so sending it again continues the same import. */
export function importStream(service: string): StreamDefinition<ImportState, ImportEvent> {
  return defineStream({ service, category: 'import', schemas, initial: { status: 'unknown' }, evolve });
}

function evolve(state: ImportState, event: ImportEvent): ImportState {
  switch (event.type) {
    case 'ImportStarted':
      return { status: 'started', kind: event.data.kind, total: event.data.total };
    case 'ImportFinished':
      return state.status === 'unknown' ? state : { status: 'finished', kind: state.kind, total: state.total };
    case 'ImportFailed':
      return state.status === 'unknown'
        ? state
        : { ...event.data, status: 'failed', kind: state.kind, total: state.total };
  }
}
