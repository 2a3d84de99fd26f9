import type { PersonalFact, ServiceName } from '@lotsennetz/contracts';
import { isErased, loadState, open, upcast, type CommandPorts, type TenantScope } from '@lotsennetz/kernel';
import { personExport, type ExportState } from '../export/export.stream.js';

type KnownExport = Exclude<ExportState, { readonly status: 'unknown' }>;

/** A complete export, opened. */
export interface Gathered {
  readonly export: KnownExport;
  /** What each service has written down, in the order it was recorded. */
  readonly services: ReadonlyMap<ServiceName, readonly PersonalFact[]>;
}

/** What there is of an export. Nothing of it is written to a file. */
export type Gathering =
  | { readonly status: 'unknown' }
  | { readonly status: 'expired'; readonly subjectId: string }
  | { readonly status: 'gathering'; readonly subjectId: string; readonly missing: readonly ServiceName[] }
  | { readonly status: 'complete'; readonly subjectId: string; readonly gathered: Gathered };

/** Opens an export's parts. */
export async function gatheringOf(ports: CommandPorts, scope: TenantScope, id: string): Promise<Gathering> {
  const { state } = await loadState(ports, personExport, { scope, id });
  if (state.status === 'unknown') return { status: 'unknown' };
  const { subjectId, missing } = state;
  if (state.status === 'expired') return { status: 'expired', subjectId };
  if (state.status === 'gathering') return { status: 'gathering', subjectId, missing };
  const services = new Map<ServiceName, readonly PersonalFact[]>();
  for (const recorded of await ports.eventStore.readStream(personExport.name(scope, id))) {
    const event = upcast(personExport, recorded);
    if (event.type !== 'ExportPartReceived') continue;
    const { service } = event.data;
    const facts = await open(ports.keys, scope, event.data.facts);
    if (isErased(facts)) return { status: 'expired', subjectId };
    services.set(service, [...(services.get(service) ?? []), ...(facts as readonly PersonalFact[])]);
  }
  return { status: 'complete', subjectId, gathered: { export: state, services } };
}
