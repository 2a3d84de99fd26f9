import { AfterQuery, Context, Needs, readers, type ListAnswer, type RequestContext } from '@lotsennetz/platform';
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
}

@ApiTags('matching')
@Controller('matching/:tenant/shortages')
export class ShortagesHttp {
  constructor(private readonly drafts: Drafts) {}

  /** Who is missing most: kinds of requests without anybody, those a single place would help most first. */
  @Get()
  @Needs(...readers)
  @ApiOkResponse({
    description: '{items: [{language, area, topic, unmatched, volunteerId, worth, coversOneMore}], next}',
  })
  async list(@Context() context: RequestContext, @Query() { after }: AfterQuery): Promise<ListAnswer<ShortageRow>> {
    const { explanation, task, step } = (await this.drafts.of(context, after)).now();
    const items = explanation
      .shortages()
      // The engine keeps the seats of requests that are gone.
      .filter(({ language }) => language !== '')
      .map(({ volunteer, ...shortage }) => {
        const helper = volunteer === undefined ? undefined : task.helpers[volunteer];
        // All points below coverage together are less than half a step.
        const coversOneMore = shortage.worth > step / 2;
        return { ...shortage, ...(helper ? { volunteerId: helper.id } : {}), coversOneMore };
      });
    return { items, next: null };
  }
}
