import type { Change, TenantScope } from '@lotsennetz/kernel';
import { ServiceRuntime, ViewReader, type RequestContext } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { Draft } from './draft.js';
import { helperPool, type HelperRow } from './helper/helper-pool.view.js';
import { PoolReader } from './pool.js';
import { requestList, type RequestRow } from './request/request-list.view.js';

/** Beyond so many changes at once, building anew is faster than following. */
const followedAtMost = 1_000;

interface Followed {
  draft: Draft | undefined;
  /** From before the first row is read until nobody asks any more. */
  listening: boolean;
  /** Rows that have changed since the draft was last asked, the newest of each. */
  readonly changes: Map<string, Change>;
}

/** One draft for each tenant somebody asks about, followed by what the views learn. */
@Injectable()
export class Drafts {
  private readonly tenants = new Map<string, Followed>();
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
    private readonly pool: PoolReader,
  ) {
    runtime.views.onChanges((changes) => this.note(changes));
  }

  /** The tenant's draft of today. @throws Problem 400, 503 for `after` as every read. */
  async of(context: RequestContext, after?: string): Promise<Draft> {
    await this.reader.reach(after);
    const { tenant } = context.scope;
    const mine = (this.turns.get(tenant) ?? Promise.resolve()).then(() => this.upToDate(context));
    this.turns.set(
      tenant,
      mine.catch(() => undefined),
    );
    return mine;
  }

  private async upToDate({ scope, today }: RequestContext): Promise<Draft> {
    const followed = this.followed(scope);
    const { draft, changes } = followed;
    if (draft?.on === today) {
      for (const [key, change] of [...changes]) {
        changes.delete(key);
        this.follow(draft, change);
      }
      if (!draft.stale) return draft;
    }
    // Cleared first: what changes while the views are read is followed afterwards, twice does no harm.
    changes.clear();
    followed.listening = true;
    followed.draft = new Draft(await this.pool.read(scope, today), today);
    return followed.draft;
  }

  private followed({ tenant }: TenantScope): Followed {
    const known = this.tenants.get(tenant) ?? {
      draft: undefined,
      listening: false,
      changes: new Map<string, Change>(),
    };
    this.tenants.set(tenant, known);
    return known;
  }

  private note(changes: readonly Change[]): void {
    for (const change of changes) {
      const followed = this.tenants.get(change.scope.tenant);
      if (!followed?.listening || !this.isFollowed(change)) continue;
      followed.changes.set(`${change.collection}/${change.id}`, change);
      // Nobody has asked for long: the next question builds anew instead of this list growing without end.
      if (followed.changes.size > followedAtMost) this.tenants.delete(change.scope.tenant);
    }
  }

  private isFollowed({ collection }: Change): boolean {
    const { views } = this.runtime;
    return collection === views.collection(requestList.name) || collection === views.collection(helperPool.name);
  }

  private follow(draft: Draft, { collection, id, row }: Change): void {
    if (collection === this.runtime.views.collection(requestList.name))
      draft.requestChanged(id, (row as RequestRow | null) ?? undefined);
    else draft.helperChanged(id, (row as HelperRow | null) ?? undefined);
  }
}
