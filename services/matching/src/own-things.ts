import type { Filter, Projection } from '@lotsennetz/kernel';
import { notFound, ViewReader, type RequestContext } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { requestList, type RequestRow } from './request/request-list.view.js';

/** What volunteers learn of a request: enough to decide, and nothing to know the household by. */
export type WhatIsAsked = Pick<RequestRow, 'topics' | 'languages' | 'availability' | 'kind' | 'town'>;

export function whatIsAsked({ topics, languages, availability, kind, town }: RequestRow): WhatIsAsked {
  return { topics, languages, availability, kind, ...(town === undefined ? {} : { town }) };
}

/** Reads views for people who may see their own only. Nothing sealed is opened. */
@Injectable()
export class OwnThings {
  constructor(private readonly reader: ViewReader) {}

  /** Their rows, all of them: one person has few. @throws Problem 503 `view-behind`. */
  async rows<Row extends object>(
    context: RequestContext,
    view: Projection<Row>,
    { filter, after }: { readonly filter: Filter; readonly after: string | undefined },
  ): Promise<readonly Row[]> {
    await this.reader.reach(after);
    return Array.fromAsync(this.reader.all(context, view, filter));
  }

  /** The request that something came of. @throws Problem 404; 503 `view-behind`. */
  async request(context: RequestContext, id: string): Promise<RequestRow> {
    const shown = await this.reader.find(context, requestList, id);
    if (shown) return shown;
    // Views follow each for itself: this one may be a step behind the one that named the request.
    await this.reader.reachNow();
    const now = await this.reader.find(context, requestList, id);
    if (!now) throw notFound();
    return now;
  }
}
