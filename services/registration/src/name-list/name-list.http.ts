import {
  AfterQuery,
  Context,
  Ids,
  Needs,
  office,
  readers,
  RepeatedInQuery,
  ServiceRuntime,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { openAll, type Opened } from '@lotsennetz/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { staffList } from '../membership/staff-list.view.js';
import { newcomerDirectory, type NewcomerRow } from '../newcomer/newcomer-directory.view.js';
import { volunteerDirectory, type VolunteerRow } from '../volunteer/volunteer-directory.view.js';

/** More would make an address that proxies refuse. */
const askedAtMost = 100;

class NameQuery extends AfterQuery {
  @RepeatedInQuery()
  @Ids({ max: askedAtMost, description: 'Ids of volunteers, households and memberships, in any order.' })
  readonly ids: string[];
}

interface Named extends Pick<VolunteerRow | NewcomerRow, 'givenName' | 'familyName'> {
  readonly id: string;
  readonly kind: 'volunteer' | 'newcomer' | 'staff';
}

@ApiTags('registration')
@Controller('registration/:tenant/names')
export class NameListHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** What the people of a page are called, asked at once: other services know ids only. Households and colleagues for the office only. */
  @Get()
  @Needs(...readers)
  @ApiOkResponse({
    description:
      '{items: [{id, kind: volunteer | newcomer | staff, givenName, familyName}], next: null}; unknown ids are left out.',
  })
  async list(
    @Context() context: RequestContext,
    @Query() { ids, after }: NameQuery,
  ): Promise<ListAnswer<Opened<Named>>> {
    await this.reader.reach(after);
    const found = await Promise.all(ids.map((id) => this.named(context, id)));
    const { keys } = this.runtime;
    const items = await Promise.all(found.flatMap((named) => (named ? [openAll(keys, context.scope, named)] : [])));
    return { items, next: null };
  }

  private async named(context: RequestContext, id: string): Promise<Named | undefined> {
    const volunteer = await this.reader.find(context, volunteerDirectory, id);
    if (volunteer) return nameIn('volunteer', volunteer);
    if (!context.roles.some((role) => office.some((each) => each === role))) return undefined;
    const newcomer = await this.reader.find(context, newcomerDirectory, id);
    if (newcomer) return nameIn('newcomer', newcomer);
    const member = await this.reader.find(context, staffList, id);
    // Whoever has an account as a volunteer or household is known under the id of that.
    return member?.kind === 'staff' ? nameIn('staff', member) : undefined;
  }
}

function nameIn(kind: Named['kind'], { id, givenName, familyName }: Omit<Named, 'kind'>): Named {
  return { id, kind, givenName, familyName };
}
