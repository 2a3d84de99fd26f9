import type { PersonalFact, ServiceName } from '@lotsennetz/contracts';
import type { Day, Decision, Personal } from '@lotsennetz/kernel';
import { isWhole, partName, type ExportEvent, type ExportState } from '../export/export.stream.js';

export interface KeepPart {
  readonly service: ServiceName;
  readonly part: number;
  readonly parts: number;
  /** Sealed, as the service has published it. */
  readonly facts: Personal<readonly PersonalFact[]>;
  readonly on: Day;
}

/** Keeps what a service hands out; the last part completes the export. What comes after it has expired is not kept. */
export function keepPart({ on, ...data }: KeepPart, state: ExportState): Decision<ExportEvent, never> {
  if (state.status !== 'gathering' || state.received.includes(partName(data))) return [];
  const received = { type: 'ExportPartReceived', happenedOn: on, data } as const;
  const whole = isWhole([...state.received, partName(data)], data);
  const missing = state.missing.filter((service) => service !== data.service || !whole);
  return missing.length > 0 ? [received] : [received, { type: 'ExportCompleted', happenedOn: on, data: {} }];
}
