import type { Change, TenantScope } from '@lotsennetz/kernel';
import { ServiceRuntime, ViewReader, type RequestContext } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { Draft } from './draft.js';
import { helperPool, type HelperRow } from './helper/helper-pool.view.js';
import { PoolReader } from './pool.js';
import { requestList, type RequestRow } from './request/request-list.view.js';
import { weightsInForce } from './weights/weights.view.js';

/** Beyond so many changes at once, building anew is faster than following. */
const followedAtMost = 1_000;

interface Followed {
  draft: Draft | undefined;
  /** From before the first row is read until nobody asks any more. */
  listening: boolean;
  /** Rows that have changed since the draft was last asked, the newest of each. */
  readonly requests: Map<string, RequestRow | undefined>;
  readonly helpers: Map<string, HelperRow | undefined>;
  /** The tenant weighs differently since: nothing of the draft holds. */
  reweighted: boolean;
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
    const { draft, requests, helpers } = followed;
    if (draft?.on === today && !followed.reweighted) {
      // A change that cannot be followed by mistake costs one answer: the next question builds anew.
      followed.draft = undefined;
      if (requests.size + helpers.size > 0) draft.follow({ requests, helpers });
      requests.clear();
      helpers.clear();
      followed.draft = draft;
      if (!draft.stale) return draft;
    }
    // Cleared first: what changes while the views are read is followed afterwards, twice does no harm.
    requests.clear();
    helpers.clear();
    followed.reweighted = false;
    followed.listening = true;
    followed.draft = new Draft(await this.pool.read(scope, today), today);
    return followed.draft;
  }

  private followed({ tenant }: TenantScope): Followed {
    const known = this.tenants.get(tenant);
    if (known) return known;
    const followed = {
      draft: undefined,
      listening: false,
      requests: new Map(),
      helpers: new Map(),
      reweighted: false,
    };
    this.tenants.set(tenant, followed);
    return followed;
  }

  private note(changes: readonly Change[]): void {
    const { views } = this.runtime;
    const collections = {
      requests: views.collection(requestList.name),
      helpers: views.collection(helperPool.name),
      weights: views.collection(weightsInForce.name),
    };
    for (const { collection, scope, id, row } of changes) {
      const followed = this.tenants.get(scope.tenant);
      if (!followed?.listening) continue;
      if (collection === collections.requests) followed.requests.set(id, (row ?? undefined) as RequestRow | undefined);
      if (collection === collections.helpers) followed.helpers.set(id, (row ?? undefined) as HelperRow | undefined);
      if (collection === collections.weights) followed.reweighted = true;
      // Nobody has asked for long: the next question builds anew instead of this list growing without end.
      if (followed.requests.size + followed.helpers.size > followedAtMost) this.tenants.delete(scope.tenant);
    }
  }
}
