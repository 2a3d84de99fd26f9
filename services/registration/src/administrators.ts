import { loadState } from '@lotsennetz/kernel';
import { Commands, Problem, ServiceRuntime, type RequestContext } from '@lotsennetz/platform';
import { HttpStatus, Injectable } from '@nestjs/common';
import { administrators } from './administrators/administrators.stream.js';
import { membership } from './membership/membership.stream.js';
import { reserveLeave, type Administrator } from './reserve-leave.decider.js';

/** Sees to it that somebody stays who administers a tenant, also when two leave at once. */
@Injectable()
export class Administrators {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: Commands,
  ) {}

  /**
   * To be called before somebody stops administering, who then does not count any more as one who stays.
   * @returns the revision of their membership as of which they may; undefined for somebody who does not administer, and
   * for a membership that is newer than what the caller has seen.
   * @throws Problem 409 `last-administrator`.
   */
  async reserveLeave(context: RequestContext, membershipId: string): Promise<number | undefined> {
    const { scope, actor, ifMatch, today: on } = context;
    const who = await this.administrator(context, membershipId);
    if (!who || (ifMatch !== undefined && ifMatch !== who.revision)) return undefined;
    const outcome = await this.commands.run(
      { scope, actor, key: `leave ${membershipId} ${who.revision}` },
      {
        stream: administrators,
        id: scope.tenant,
        decide: reserveLeave,
        command: { who, others: await this.beside(context, membershipId), on },
      },
    );
    if (outcome.kind === 'done') return who.revision;
    throw new Problem(HttpStatus.CONFLICT, 'last-administrator', 'Nobody else administers this tenant.');
  }

  /** From the history itself: what the grants in memory say may be some seconds old. */
  private async beside({ scope }: RequestContext, membershipId: string): Promise<readonly Administrator[]> {
    const known = [...this.runtime.access.grants.memberships.values()].flat();
    const ids = known.filter((each) => each.tenant === scope.tenant && each.roles.includes('administrator'));
    const others: Administrator[] = [];
    for (const { membershipId: id } of ids) {
      const found = id === membershipId ? undefined : await this.administrator({ scope }, id);
      if (found) others.push(found);
    }
    return others;
  }

  private async administrator(
    { scope }: Pick<RequestContext, 'scope'>,
    membershipId: string,
  ): Promise<Administrator | undefined> {
    const { state, revision } = await loadState(this.runtime, membership, { scope, id: membershipId });
    const holds = state.status === 'active' && state.roles.includes('administrator');
    return holds ? { membershipId, revision } : undefined;
  }
}
