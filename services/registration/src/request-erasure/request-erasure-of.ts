import type { SubjectKind } from '@lotsennetz/contracts';
import { dayAt, defaultTimeZone, handleCommand, loadState, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { erasureGrounds, type ErasureGround } from '../erasure/erasure.events.js';
import { erasure } from '../erasure/erasure.stream.js';
import { hasLeft, kindOfPerson } from '../person-lookup.js';
import { tenant as tenants } from '../tenant/tenant.stream.js';
import { requestErasure } from './request-erasure.decider.js';

export interface WantedErasure {
  readonly tenant: string;
  readonly person: string;
  readonly ground: string;
  /** Only for a household that is known by its request alone, which registration cannot see. */
  readonly kind?: SubjectKind;
}

/**
 * For the operator's command line: somebody is to be forgotten. May be repeated.
 * @throws RangeError for nobody's id, and for a ground the law does not know.
 */
export async function requestErasureOf(ports: CommandPorts, wanted: WantedErasure): Promise<void> {
  const { tenant, person: id } = wanted;
  const scope = TenantScope.of(tenant);
  const ground = groundFrom(wanted.ground);
  const kind = (await kindOfPerson(ports, scope, id)) ?? wanted.kind;
  if (!kind) throw new RangeError(`'${tenant}' knows no volunteer, household or member '${id}'`);
  if (kind === 'staff' && !(await hasLeft(ports, scope, id)))
    throw new RangeError(`'${id}' works for '${tenant}'; first: lotsennetz staff dismiss ${id} --tenant ${tenant}`);
  const { state } = await loadState(ports, tenants, { scope, id: tenant });
  const regime = (state.status === 'founded' ? state.facts.legalRegime : undefined) ?? 'DSGVO';
  const on = dayAt(ports.clock.now(), defaultTimeZone);
  await handleCommand(ports, {
    ...{ stream: erasure, scope, id, decide: requestErasure },
    command: { kind, requestedBy: 'office', regime, ground, on },
    meta: { actor: 'cli', correlationId: ports.ids.next() },
  });
}

function groundFrom(text: string): ErasureGround {
  const found = erasureGrounds.find((ground) => ground === text);
  if (!found) throw new RangeError(`a ground is one of ${erasureGrounds.join(', ')}, not '${text}'`);
  return found;
}
