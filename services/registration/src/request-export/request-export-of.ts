import type { SubjectKind } from '@lotsennetz/contracts';
import { dayAt, defaultTimeZone, handleCommand, loadState, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { erasure } from '../erasure/erasure.stream.js';
import { personExport } from '../export/export.stream.js';
import { kindOfPerson } from '../person-lookup.js';
import { requestExport } from '../request-export.decider.js';

export interface WantedExport {
  readonly tenant: string;
  readonly person: string;
  /** Only for a household that is known by its request alone, which registration cannot see. */
  readonly kind?: SubjectKind;
  /** Of the readable document; German unless told otherwise. */
  readonly language?: string;
}

/**
 * For the operator's command line: asks every service what is stored about a person, and answers the export's id.
 * @throws RangeError for nobody's id, and for somebody who was forgotten.
 */
export async function requestExportOf(
  ports: CommandPorts,
  { tenant, person: subjectId, language = 'de', ...wanted }: WantedExport,
): Promise<string> {
  const scope = TenantScope.of(tenant);
  const { state } = await loadState(ports, erasure, { scope, id: subjectId });
  if (state.status === 'ordered' || state.status === 'completed')
    throw new RangeError(`the data of '${subjectId}' was deleted`);
  const kind = (await kindOfPerson(ports, scope, subjectId)) ?? wanted.kind;
  if (!kind) throw new RangeError(`'${tenant}' knows no volunteer, household or member '${subjectId}'`);
  const id = ports.ids.next();
  const on = dayAt(ports.clock.now(), defaultTimeZone);
  await handleCommand(ports, {
    ...{ stream: personExport, scope, id, decide: requestExport },
    command: { subjectId, kind, requestedBy: 'office', language, on },
    meta: { actor: 'cli', correlationId: ports.ids.next() },
  });
  return id;
}
