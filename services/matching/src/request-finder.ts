import { notFound, ViewReader, type RequestContext } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { placementList } from './request/placement-list.view.js';
import { proposalList } from './request/proposal-list.view.js';

/** Finds the request whose stream holds a proposal or a placement. What was recorded a moment ago is found too. */
@Injectable()
export class RequestFinder {
  constructor(private readonly reader: ViewReader) {}

  /** @throws Problem 404; 503 `view-behind`. */
  async ofProposal(context: RequestContext, proposalId: string): Promise<string> {
    return this.requestId(() => this.reader.find(context, proposalList, proposalId));
  }

  /** @throws Problem 404; 503 `view-behind`. */
  async ofPlacement(context: RequestContext, placementId: string): Promise<string> {
    return this.requestId(() => this.reader.find(context, placementList, placementId));
  }

  private async requestId(find: () => Promise<{ readonly requestId: string } | undefined>): Promise<string> {
    const shown = await find();
    if (shown) return shown.requestId;
    await this.reader.reachNow();
    const now = await find();
    if (!now) throw notFound();
    return now.requestId;
  }
}
