import { completeWeights, type Weights } from '@lotsennetz/assignment';
import type { Day, TenantScope } from '@lotsennetz/kernel';
import { ViewReader } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { Agreements } from './agreements.js';
import { isAvailable } from './helper/helper.stream.js';
import { helperPool, type HelperRow } from './helper/helper-pool.view.js';
import { requestList, type RequestRow } from './request/request-list.view.js';
import { weightsInForce } from './weights/weights.view.js';

/** Everybody who may be proposed, and every request without a placement, of one tenant. In the order of their ids. */
export interface Pool {
  readonly requests: readonly RequestRow[];
  readonly helpers: readonly HelperRow[];
  /** Volunteers who have ended their engagement: what they agreed to does not count any more. */
  readonly gone: ReadonlySet<string>;
  /** What matters how much to the tenant. */
  readonly weights: Weights;
}

/** Reads the pool out of the views. */
@Injectable()
export class PoolReader {
  constructor(private readonly reader: ViewReader) {}

  /** Requests received up to that day; volunteers as they are now. */
  async read(scope: TenantScope, on: Day): Promise<Pool> {
    const helpers: HelperRow[] = [];
    const gone = new Set<string>();
    for await (const row of this.reader.all({ scope }, helperPool)) {
      if (row.known && isAvailable(row)) helpers.push(row);
      if (['left', 'declined', 'erased'].includes(row.standing)) gone.add(row.id);
    }
    const requests: RequestRow[] = [];
    for await (const row of this.reader.all({ scope }, requestList, { status: 'open' }))
      if (row.receivedOn <= on) requests.push(row);
    const row = await this.reader.find({ scope }, weightsInForce, scope.tenant);
    return { requests, helpers, gone, weights: completeWeights(row?.chosen) };
  }
}

export interface PlaceCount {
  /** Held by placements and accepted proposals. */
  readonly taken: number;
  readonly free: number;
}

/** How many places each volunteer has. */
export function countPlaces({
  requests,
  helpers,
}: Pick<Pool, 'requests' | 'helpers'>): ReadonlyMap<string, PlaceCount> {
  const agreements = new Agreements();
  for (const request of requests) agreements.note(request.id, request);
  return new Map(helpers.map((helper) => [helper.id, placesAt(helper, agreements.at(helper.id))]));
}

export function placesAt({ capacity, places }: HelperRow, agreed: number): PlaceCount {
  const taken = places.length + agreed;
  return { taken, free: Math.max(0, capacity - taken) };
}
