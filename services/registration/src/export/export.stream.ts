import {
  serviceNames,
  subjectKinds,
  type PersonalFact,
  type ServiceName,
  type SubjectKind,
} from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type Day, type EventOf } from '@lotsennetz/kernel';

const service = field.code(...serviceNames);

const schemas = defineEvents({
  ExportRequested: {
    subjectId: field.id(),
    kind: field.code(...subjectKinds),
    /** `person`: by themself, signed in; `office`: for somebody who has asked there. */
    requestedBy: field.code('person', 'office'),
    /** Of the readable document. */
    language: field.language(),
    services: field.list(service),
    expiresOn: field.day(),
  },
  ExportPartReceived: {
    service,
    part: field.integer(),
    parts: field.integer(),
    facts: field.personal<readonly PersonalFact[]>('export'),
  },
  ExportCompleted: {},
  ExportExpired: {},
});

export type ExportEvent = EventOf<typeof schemas>;

export type ExportState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'gathering' | 'complete' | 'expired';
      readonly subjectId: string;
      readonly kind: SubjectKind;
      readonly language: string;
      readonly requestedOn: Day;
      readonly expiresOn: Day;
      /** Services that have not handed out everything. */
      readonly missing: readonly ServiceName[];
      /** `<service>/<part>` */
      readonly received: readonly string[];
    };

/**
 * What is stored about one person, put together on one day. Parts are sealed under the export's own key: it is
 * destroyed when the export expires, and what remains can be read by nobody.
 */
export const personExport = defineStream({
  service: 'registration',
  category: 'export',
  schemas,
  initial: { status: 'unknown' },
  evolve,
});

function evolve(state: ExportState, event: ExportEvent): ExportState {
  if (event.type === 'ExportRequested') {
    const { subjectId, kind, language, services, expiresOn } = event.data;
    const known = { subjectId, kind, language, requestedOn: event.happenedOn, expiresOn };
    return { status: 'gathering', ...known, missing: services, received: [] };
  }
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'ExportPartReceived': {
      const received = [...state.received, partName(event.data)];
      const missing = state.missing.filter((each) => each !== event.data.service || !isWhole(received, event.data));
      return { ...state, received, missing };
    }
    case 'ExportCompleted':
      return { ...state, status: 'complete' };
    case 'ExportExpired':
      return { ...state, status: 'expired' };
  }
}

interface Part {
  readonly service: ServiceName;
  readonly part: number;
  readonly parts: number;
}

export function partName({ service: from, part }: Omit<Part, 'parts'>): string {
  return `${from}/${part}`;
}

/** Whether every part of the service has come. */
export function isWhole(received: readonly string[], { service: from, parts }: Omit<Part, 'part'>): boolean {
  return Array.from({ length: parts }, (_, index) => partName({ service: from, part: index + 1 })).every((name) =>
    received.includes(name),
  );
}
