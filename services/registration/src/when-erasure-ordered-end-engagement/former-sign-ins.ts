import type { RecordedEvent, TenantScope } from '@lotsennetz/kernel';
import { ServiceRuntime, SignIns } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { membership, type MembershipEvent } from '../membership/membership.stream.js';

/** How somebody signed in who is forgotten here. */
@Injectable()
export class FormerSignIns {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly signIns: SignIns,
  ) {}

  /**
   * Forgets the account behind a membership that has ended, unless the same person still belongs somewhere: one account
   * serves all tenants. May be repeated.
   */
  async forgetThoseOf(scope: TenantScope, membershipId: string): Promise<void> {
    const { access, eventStore } = this.runtime;
    const history = await eventStore.readStream(membership.name(scope, membershipId));
    await access.catchUp();
    for (const identity of new Set(history.flatMap(acceptedBy))) {
      const held = access.grants.memberships.get(identity) ?? [];
      const others = held.filter((each) => each.tenant !== scope.tenant || each.membershipId !== membershipId);
      if (others.length === 0) await this.signIns.forget(identity);
    }
  }
}

function acceptedBy({ type, data }: RecordedEvent): readonly string[] {
  const accepted = 'MembershipAccepted' satisfies MembershipEvent['type'];
  return type === accepted ? [(data as { readonly identity: string }).identity] : [];
}
