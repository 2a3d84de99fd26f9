import { openAll, type Filter, type Opened, type Position, type Projection } from '@lotsennetz/kernel';
import { HttpStatus, Injectable } from '@nestjs/common';
import type { RequestContext } from './http/context.js';
import type { ListQuery } from './http/list-query.js';
import { invalidInput, notFound, Problem } from './http/problem.js';
import { ServiceRuntime } from './service-runtime.js';

const waitMs = 2_000;

export interface ListAnswer<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

/** Reads this service's views for a request: waits for `?after=`, opens sealed fields, pages. */
@Injectable()
export class ViewReader {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** One row. @throws Problem 404, or 503 `view-behind`. */
  async one<Row extends object>(
    context: RequestContext,
    view: Projection<Row>,
    at: { readonly id: string; readonly after?: string | undefined },
  ): Promise<Opened<Row>> {
    await this.reach(at.after);
    const row = await this.find(context, view, at.id);
    if (!row) throw notFound();
    return openAll(this.runtime.keys, context.scope, row);
  }

  /** One row as stored, personal fields sealed. */
  async find<Row extends object>(
    context: Pick<RequestContext, 'scope'>,
    view: Projection<Row>,
    id: string,
  ): Promise<Row | undefined> {
    const found = await this.runtime.readModels.get<Row>(this.runtime.views.collection(view.name), context.scope, id);
    return found?.row;
  }

  /** A page of rows, opened. @throws Problem 400 for a wrong cursor, 503 `view-behind`. */
  async list<Row extends object>(
    context: RequestContext,
    view: Projection<Row>,
    query: ListQuery & {
      readonly filter?: Filter;
      readonly orderBy?: keyof Row & string;
      readonly descending?: boolean;
    },
  ): Promise<ListAnswer<Opened<Row>>> {
    await this.reach(query.after);
    const { filter = {}, orderBy, descending = false, limit = 50, cursor } = query;
    const page = await this.runtime.readModels.query<Row>(this.runtime.views.collection(view.name), context.scope, {
      filter,
      ...(orderBy ? { orderBy } : {}),
      descending,
      limit,
      cursor,
    });
    const items = await Promise.all(page.items.map((item) => openAll(this.runtime.keys, context.scope, item.row)));
    return { items, next: page.next ?? null };
  }

  /** Every row that meets the filter, as stored. For computations within a tenant, not for answers. */
  async *all<Row extends object>(
    context: Pick<RequestContext, 'scope'>,
    view: Projection<Row>,
    filter: Filter = {},
  ): AsyncGenerator<Row> {
    let cursor: string | undefined;
    do {
      const page = await this.runtime.readModels.query<Row>(this.runtime.views.collection(view.name), context.scope, {
        filter,
        limit: 1000,
        cursor,
      });
      for (const { row } of page.items) yield row;
      cursor = page.next;
    } while (cursor);
  }

  /** Waits up to 2 s until the views have seen the position. @throws Problem 400 for a position never given out, 503 `view-behind`. */
  async reach(after: string | undefined): Promise<void> {
    if (after === undefined) return;
    const head = await this.runtime.eventStore.head();
    if (head === undefined || after > head || after.length !== head.length)
      throw invalidInput([{ field: 'after', problem: 'is not a position of this service' }]);
    if (await this.runtime.views.reach(after as Position, waitMs)) return;
    throw new Problem(
      HttpStatus.SERVICE_UNAVAILABLE,
      'view-behind',
      'The view has not caught up yet. Try again in a moment.',
    );
  }

  /** Waits until the views show everything recorded so far. @throws Problem 503 `view-behind`. */
  async reachNow(): Promise<void> {
    await this.reach(await this.runtime.eventStore.head());
  }
}
