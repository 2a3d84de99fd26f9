import { dayParts, topicCodes } from '@lotsennetz/contracts';
import {
  AfterQuery,
  Context,
  Language,
  ListQuery,
  Needs,
  notFound,
  OneOf,
  OpenedRows,
  PathId,
  readers,
  Text,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import type { Filter } from '@lotsennetz/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { allShownTo, shownTo } from '../restricted-details.js';
import { duplicatesOf, withDuplicates, type Person } from './possible-duplicates.js';
import { searchByName } from './search-by-name.js';
import { volunteerDirectory } from '../volunteer/volunteer-directory.view.js';

const statuses = ['interested', 'declined', 'active', 'paused', 'left'] as const;

class VolunteerQuery extends ListQuery {
  @OneOf(statuses, { optional: true })
  readonly status?: (typeof statuses)[number];
  @Language({ optional: true })
  readonly language?: string;
  @OneOf(topicCodes, { optional: true })
  readonly topic?: string;
  @OneOf(dayParts, { optional: true })
  readonly availability?: string;
  @Text({ max: 100, optional: true })
  readonly town?: string;
  @Text({ max: 100, optional: true })
  readonly carrier?: string;
  @OneOf(['hide', 'show'], { optional: true, description: 'People who were forgotten; `hide` unless told otherwise.' })
  readonly erased?: 'hide' | 'show';
  @OneOf(['hide', 'show', 'only'], {
    optional: true,
    description: 'Duplicates that are merged; `hide` unless told otherwise.',
  })
  readonly merged?: 'hide' | 'show' | 'only';
  @Text({ max: 100, optional: true, description: 'Part of a name or of an e-mail address.' })
  readonly q?: string;
}

@ApiTags('registration')
@Controller('registration/:tenant/volunteers')
export class VolunteerDirectoryHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly opened: OpenedRows,
  ) {}

  @Get()
  @Needs(...readers)
  @ApiOkResponse({
    description:
      '{items, next}; each with possibleDuplicateOf: ids of volunteers who share an address, a number or name and year of birth.',
  })
  async list(@Context() context: RequestContext, @Query() query: VolunteerQuery): Promise<ListAnswer<Person>> {
    await this.reader.reach(query.after);
    const people = allShownTo(context, await this.opened.of(context.scope, volunteerDirectory));
    if (query.q !== undefined) return searchByName(people, query);
    const page = await this.reader.list(context, volunteerDirectory, {
      ...query,
      filter: filterOf(query),
      orderBy: 'interestedSince',
    });
    const items = page.items.map((row) => shownTo(context, row));
    return { ...page, items: withDuplicates(items, people) };
  }

  @Get(':id')
  @Needs(...readers)
  @ApiOkResponse({
    description:
      'The volunteer; `revision` is what If-Match takes. `mergedInto`: whose duplicate this is; `duplicates`: ids of those merged into this one.',
  })
  async one(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Query() { after }: AfterQuery,
  ): Promise<Person & { readonly duplicates: readonly string[] }> {
    await this.reader.reach(after);
    const people = allShownTo(context, await this.opened.of(context.scope, volunteerDirectory));
    const person = people.get(id);
    const [shown] = person ? withDuplicates([person], people) : [];
    if (!shown) throw notFound();
    return { ...shown, duplicates: duplicatesOf(id, people) };
  }
}

function filterOf({ status, language, topic, availability, town, carrier, erased, merged }: VolunteerQuery): Filter {
  return {
    ...(erased === 'show' ? {} : { erased: { not: true } }),
    ...mergedFilter(merged),
    ...(status ? { status } : {}),
    ...(language ? { languages: { has: language } } : {}),
    ...(topic ? { topics: { has: topic } } : {}),
    ...(availability ? { availability: { has: availability } } : {}),
    ...(town ? { town } : {}),
    ...(carrier ? { carrier } : {}),
  };
}

function mergedFilter(merged: VolunteerQuery['merged'] = 'hide'): Filter {
  switch (merged) {
    case 'hide':
      return { merged: { not: true } };
    case 'show':
      return {};
    case 'only':
      return { merged: true };
  }
}
