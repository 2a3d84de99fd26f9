import {
  notFound,
  Problem,
  readProposalLink,
  ServiceRuntime,
  Text,
  type ProposalLink,
  type RequestContext,
} from '@lotsennetz/platform';
import { HttpStatus, Injectable } from '@nestjs/common';

/** Answers take it in the body: whatever only follows links may look, and never answers. */
export class LinkBody {
  @Text({ max: 200, description: 'What the link in the mail holds.' })
  readonly link: string;
}

/** Lets somebody answer a proposal who has no account, by the link in the mail. */
@Injectable()
export class ProposalLinks {
  constructor(private readonly runtime: ServiceRuntime) {}

  /**
   * Which proposal the link is about.
   * @throws Problem 404 for one that this tenant has not signed; 410 `link-expired`, which only its holder can hear
   */
  async read({ scope, now }: RequestContext, link: string): Promise<ProposalLink> {
    const read = await readProposalLink(this.runtime.keys, scope, link);
    if (!read) throw notFound();
    if (read.validUntil <= now)
      throw new Problem(HttpStatus.GONE, 'link-expired', 'This link has ended. Please answer to the office.');
    return read;
  }
}
