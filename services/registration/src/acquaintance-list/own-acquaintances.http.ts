import {
  AfterQuery,
  Context,
  NeedsSelf,
  ownId,
  ServiceRuntime,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { openAll, type Opened } from '@lotsennetz/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { acquaintanceList, type AcquaintanceRow } from '../acquaintance/acquaintance-list.view.js';
import { sideOf, type AcquaintanceSide, type ContactWay } from '../acquaintance/acquaintance.stream.js';
import { newcomerDirectory, type NewcomerRow } from '../newcomer/newcomer-directory.view.js';
import { shownTo } from '../restricted-details.js';
import { volunteerDirectory, type VolunteerRow } from '../volunteer/volunteer-directory.view.js';

type Person = Pick<VolunteerRow | NewcomerRow, 'givenName' | 'email' | 'phone'>;

type OwnAcquaintance = Opened<Person> & {
  /** The request's. */
  readonly id: string;
  /** Who the other one is. */
  readonly other: AcquaintanceSide;
  /** What one shares oneself. */
  readonly shared: readonly ContactWay[];
  readonly revision: number;
};

@ApiTags('registration')
@Controller('registration/:tenant/me/acquaintances')
export class OwnAcquaintancesHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly runtime: ServiceRuntime,
  ) {}

  /**
   * Who accompanies one, or whom one accompanies, while it lasts: the first name, and what the other has shared of how
   * to reach them. Each look stands in the other's access log.
   */
  @Get()
  @NeedsSelf('volunteer', 'newcomer')
  @ApiOkResponse({
    description:
      '{items: [{id, other: volunteer | newcomer, givenName, email, phone, shared: [email | phone], revision}], next}; `id` is the request’s, `shared` what oneself lets the other see.',
  })
  async list(@Context() context: RequestContext, @Query() { after }: AfterQuery): Promise<ListAnswer<OwnAcquaintance>> {
    await this.reader.reach(after);
    const mine = ownId(context);
    const rows: AcquaintanceRow[] = [];
    for (const filter of [{ volunteerId: mine }, { newcomerId: mine }])
      for await (const row of this.reader.all(context, acquaintanceList, filter)) rows.push(row);
    const shown = await Promise.all(rows.map((row) => this.shown(context, row)));
    return { items: shown.flatMap((row) => row ?? []), next: null };
  }

  private async shown(context: RequestContext, row: AcquaintanceRow): Promise<OwnAcquaintance | undefined> {
    const { id, shared, revision } = row;
    const mine = sideOf(row, ownId(context)) ?? 'newcomer';
    const other = mine === 'volunteer' ? 'newcomer' : 'volunteer';
    const person = await this.person(context, row, other);
    if (!person) return undefined;
    const opened = await openAll(this.runtime.keys, context.scope, onlyShared(person, shared[other]));
    return { ...opened, id, other, shared: shared[mine], revision };
  }

  private async person(context: RequestContext, row: AcquaintanceRow, other: AcquaintanceSide) {
    const found =
      other === 'volunteer'
        ? await this.reader.find(context, volunteerDirectory, row.volunteerId)
        : await this.reader.find(context, newcomerDirectory, row.newcomerId);
    return found && shownTo(context, found);
  }
}

/** Nothing else is opened: what is not in the answer must not be in the access log either. */
function onlyShared({ givenName, email, phone }: Person, ways: readonly ContactWay[]): Person {
  return {
    givenName,
    ...(email && ways.includes('email') ? { email } : {}),
    ...(phone && ways.includes('phone') ? { phone } : {}),
  };
}
