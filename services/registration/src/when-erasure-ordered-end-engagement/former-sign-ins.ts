import { TenantScope, type RecordedEvent } from '@lotsennetz/kernel';
import { ServiceRuntime, SignIns } from '@lotsennetz/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accountOf } from '../membership/account.body.js';
import { membership, type MembershipEvent } from '../membership/membership.stream.js';

/** How somebody signed in who is forgotten here. */
@Injectable()
export class FormerSignIns implements OnModuleInit {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly signIns: SignIns,
  ) {}

  /**
   * Before anybody can sign in: accounts that were restored may be of people who were forgotten since, of whom neither
   * they nor a restored history knows. The ledger does.
   */
  async onModuleInit(): Promise<void> {
    if (!this.signIns.keepsAccounts) return;
    const forgotten: { readonly scope: TenantScope; readonly id: string }[] = [];
    for await (const { tenant, subject } of this.signIns.forgotten()) {
      const scope = TenantScope.of(tenant);
      forgotten.push({ scope, id: subject }, { scope, id: accountOf(scope, subject) });
    }
    const ended = new Set(forgotten.map(({ scope, id }) => `${scope.tenant} ${id}`));
    for (const { scope, id } of forgotten) await this.forgetThoseOf(scope, id, ended);
  }

  /**
   * Forgets the account behind a membership that has ended, unless the same person still belongs somewhere: one account
   * serves all tenants. May be repeated.
   * @param ended memberships that count as ended, as tenant and id, whatever the grants say
   */
  async forgetThoseOf(
    scope: TenantScope,
    membershipId: string,
    ended: ReadonlySet<string> = new Set([`${scope.tenant} ${membershipId}`]),
  ): Promise<void> {
    const { access, eventStore } = this.runtime;
    const history = await eventStore.readStream(membership.name(scope, membershipId));
    if (history.length === 0) return;
    await access.catchUp();
    for (const identity of new Set(history.flatMap(acceptedBy))) {
      const held = access.grants.memberships.get(identity) ?? [];
      const others = held.filter((each) => !ended.has(`${each.tenant} ${each.membershipId}`));
      if (others.length === 0) await this.signIns.forget(identity);
    }
  }
}

function acceptedBy({ type, data }: RecordedEvent): readonly string[] {
  const accepted = 'MembershipAccepted' satisfies MembershipEvent['type'];
  return type === accepted ? [(data as { readonly identity: string }).identity] : [];
}
