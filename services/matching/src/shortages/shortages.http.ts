import type { GroupSummary } from '@lotsennetz/assignment';
import {
  AfterQuery,
  Context,
  Needs,
  OpenToOversight,
  readers,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Drafts } from '../drafts.js';

interface ShortageRow {
  readonly language: string;
  readonly area: string;
  readonly topic: string;
  /** Requests of this kind that nobody is left for. */
  readonly unmatched: number;
  /** One more place at this volunteer would help most; absent where no volunteer fits at all. */
  readonly volunteerId?: string;
  /** What that place would gain, in points. */
  readonly worth: number;
  /** Whether one more request would be covered by it. */
  readonly coversOneMore: boolean;
  /** "7 requests in Arabic around Kreuztal share 3 places": those that compete with these; for the first twenty rows. */
  readonly sharing?: GroupSummary;
}

// A witness is a search of its own; whoever reads on looks at single requests.
const explainedAtMost = 20;

@ApiTags('matching')
@Controller('matching/:tenant/shortages')
export class ShortagesHttp {
  constructor(private readonly drafts: Drafts) {}

  /** Who is missing most: kinds of requests without anybody, those a single place would help most first. Counties learn of no volunteer. */
  @Get()
  @Needs(...readers)
  @OpenToOversight('shortages')
  @ApiOkResponse({
    description:
      '{items: [{language, area, topic, unmatched, volunteerId, worth, coversOneMore, sharing: {language, area, topic, requests, places}}], next}',
  })
  async list(@Context() context: RequestContext, @Query() { after }: AfterQuery): Promise<ListAnswer<ShortageRow>> {
    const { explanation, task, step } = (await this.drafts.of(context, after)).now();
    const items = explanation
      .shortages()
      // The engine keeps the seats of requests that are gone.
      .filter(({ language }) => language !== '')
      .map(({ volunteer, example, ...shortage }, rank) => {
        const helper = volunteer === undefined ? undefined : task.helpers[volunteer];
        // All points below coverage together are less than half a step.
        const coversOneMore = shortage.worth > step / 2;
        const whyNot = rank < explainedAtMost ? explanation.request(example) : undefined;
        const sharing = whyNot?.kind === 'too-few-places' ? { sharing: whyNot.summary } : {};
        return {
          ...shortage,
          ...(helper && context.relation === 'member' ? { volunteerId: helper.id } : {}),
          coversOneMore,
          ...sharing,
        };
      });
    return { items, next: null };
  }
}
