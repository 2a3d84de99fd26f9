import { InvalidCursor } from '@lotsennetz/kernel';
import {
  Context,
  ListQuery,
  Needs,
  office,
  OpenedRows,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { allShownTo } from '../restricted-details.js';
import { volunteerDirectory } from '../volunteer/volunteer-directory.view.js';
import { duplicateGroups, type DuplicateGroup, type People, type Person } from './possible-duplicates.js';

/** What one compares to tell whether two records are one person. */
const compared = [
  'id',
  'givenName',
  'familyName',
  'birthYear',
  'email',
  'phone',
  'postalCode',
  'town',
  'status',
  'interestedSince',
] as const satisfies readonly (keyof Person)[];
type ComparedPerson = Pick<Person, (typeof compared)[number]>;

interface ShownGroup extends Omit<DuplicateGroup, 'volunteerIds'> {
  readonly people: readonly ComparedPerson[];
}

@ApiTags('registration')
@Controller('registration/:tenant/possible-duplicates')
export class DuplicateListHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly opened: OpenedRows,
  ) {}

  /** Volunteers who may be one person, for somebody to look at: couples share addresses. */
  @Get()
  @Needs(...office)
  @ApiOkResponse({ description: '{items: [{id, shared: email | phone | name, people}], next}' })
  async list(
    @Context() context: RequestContext,
    @Query() { after, cursor, limit = 50 }: ListQuery,
  ): Promise<ListAnswer<ShownGroup>> {
    await this.reader.reach(after);
    const people = allShownTo(context, await this.opened.of(context.scope, volunteerDirectory));
    if (cursor !== undefined && !/^[\w.-]+$/.test(cursor)) throw new InvalidCursor();
    const left = duplicateGroups(people).filter(({ id }) => cursor === undefined || id > cursor);
    const page = left.slice(0, limit);
    const next = left.length > page.length ? (page.at(-1)?.id ?? null) : null;
    return { items: page.map((group) => shown(group, people)), next };
  }
}

function shown({ id, shared, volunteerIds }: DuplicateGroup, people: People): ShownGroup {
  return { id, shared, people: volunteerIds.flatMap((each) => partOf(people.get(each))) };
}

function partOf(person: ReturnType<People['get']>): readonly ComparedPerson[] {
  if (!person) return [];
  const parts = Object.entries(person).filter(([name]) => compared.some((each) => each === name));
  return [Object.fromEntries(parts) as unknown as ComparedPerson];
}
