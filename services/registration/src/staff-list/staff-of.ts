import { loadState, parseStreamName, type CommandPorts, type Position } from '@lotsennetz/kernel';
import type { Role } from '@lotsennetz/contracts';
import { membership, type MembershipState } from '../membership/membership.stream.js';

/** Without a name: whoever runs the platform sees no content of its tenants. */
export interface StaffMember {
  readonly membershipId: string;
  readonly status: Exclude<MembershipState['status'], 'unknown'>;
  readonly roles: readonly Role[];
}

/** For the operator's command line: everybody who works for a tenant, or has, or is invited to, the first one first. */
export async function staffOf(ports: CommandPorts, tenant: string): Promise<readonly StaffMember[]> {
  const categories = [`${membership.service}.${membership.category}`];
  const found = new Map<string, StaffMember>();
  for (let after: Position | undefined; ;) {
    const batch = await ports.eventStore.readAll({ after, categories, limit: 1000 });
    if (batch.length === 0) return [...found.values()];
    after = batch.at(-1)?.position;
    for (const { scope, id } of batch.map(({ stream }) => parseStreamName(stream))) {
      if (scope.tenant !== tenant || found.has(id)) continue;
      const { state } = await loadState(ports, membership, { scope, id });
      if (state.status === 'unknown' || state.subjectId !== undefined) continue;
      found.set(id, { membershipId: id, status: state.status, roles: state.roles });
    }
  }
}
