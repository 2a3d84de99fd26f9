import {
  dayAt,
  defaultTimeZone,
  handleCommand,
  SubjectForgotten,
  TenantScope,
  type CommandPorts,
  type Day,
  type Decision,
  type Keys,
} from '@lotsennetz/kernel';
import { AccessRegistry } from './access-registry.js';
import { accessStream, type AccessEvent, type TenantGrants } from './access.stream.js';

interface Granted {
  readonly membershipId: string;
  /** The volunteer or newcomer whose account it is; staff are forgotten under their membership. */
  readonly subjectId?: string | undefined;
}

/** Whether a membership belongs to somebody who was forgotten. */
export async function isOfForgotten(
  keys: Pick<Keys, 'refuseForgotten'>,
  { tenant, data: { subjectId, membershipId } }: { readonly tenant: string; readonly data: Granted },
): Promise<boolean> {
  try {
    await keys.refuseForgotten(TenantScope.of(tenant), [subjectId ?? membershipId]);
    return false;
  } catch (error) {
    if (error instanceof SubjectForgotten) return true;
    throw error;
  }
}

/**
 * For a service that was put back from a backup and does not run yet: what it still grants to people who were forgotten
 * since ends at once, and not when the news of it has travelled. May be repeated.
 */
export async function endForgottenGrants(ports: CommandPorts, service: string): Promise<void> {
  const registry = new AccessRegistry(service, ports.eventStore);
  await registry.catchUp();
  const on = dayAt(ports.clock.now(), defaultTimeZone);
  const meta = { actor: 'restore', correlationId: ports.ids.next() };
  for (const membership of [...registry.grants.members.values()]) {
    const { tenant, membershipId } = membership;
    if (!(await isOfForgotten(ports.keys, { tenant, data: membership }))) continue;
    const at = { stream: accessStream(service), scope: TenantScope.of(tenant), id: tenant };
    await handleCommand(ports, { ...at, decide: endGrant, command: { membershipId, on }, meta });
  }
}

function endGrant(
  { membershipId, on }: { readonly membershipId: string; readonly on: Day },
  { memberships }: TenantGrants,
): Decision<AccessEvent, never> {
  return memberships.has(membershipId) ? [{ type: 'MembershipEndLearnt', happenedOn: on, data: { membershipId } }] : [];
}
