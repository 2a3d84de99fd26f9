import { registration } from '@lotsennetz/contracts';
import { openAll } from '@lotsennetz/kernel';
import {
  changed,
  Commands,
  Context,
  Needs,
  NeedsSelf,
  office,
  ownId,
  PathId,
  ServiceRuntime,
  SomeOf,
  ViewReader,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags, PickType } from '@nestjs/swagger';
import { volunteerDirectory } from '../volunteer/volunteer-directory.view.js';
import { mustBeBorn, ProfileBody } from '../volunteer/volunteer.body.js';
import { clearable, volunteer } from '../volunteer/volunteer.stream.js';
import { whatDiffers, whatIsThere } from '../what-differs.js';
import { changeProfile, type ChangeProfileRefusal } from './change-profile.decider.js';

const statuses = { 'unknown-volunteer': HttpStatus.NOT_FOUND } satisfies RefusalStatuses<ChangeProfileRefusal>;

/** What people may change of their own. A name stands on certificates: who has another one tells the office. */
class OwnProfileBody extends PickType(ProfileBody, [
  'email',
  'phone',
  'preferredLanguage',
  'postalCode',
  'town',
  'languages',
  'topics',
  'availability',
  'capacity',
  'maxDistanceKm',
] as const) {
  @SomeOf(registration.clearableFields, { optional: true, description: 'What there is no longer.' })
  readonly clear?: (typeof registration.clearableFields)[number][];
}

class ChangeBody extends ProfileBody {
  @SomeOf(clearable, { optional: true, description: 'What there is no longer.' })
  readonly clear?: (typeof clearable)[number][];
}

@ApiTags('registration')
@Controller('registration/:tenant')
export class ChangeProfileHttp {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
  ) {}

  /** Changes only the fields that are sent; a list replaces the earlier list. What is so already is not recorded again. */
  @Patch('volunteers/:id')
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  change(@Context() context: RequestContext, @PathId() id: string, @Body() body: ChangeBody): Promise<Written> {
    return this.send(context, id, body);
  }

  /** People change their own address, times and topics; a list replaces the earlier list. */
  @Patch('me')
  @NeedsSelf('volunteer')
  @ApiOkResponse({ type: WriteAnswer })
  changeOwn(@Context() context: RequestContext, @Body() body: OwnProfileBody): Promise<Written> {
    return this.send(context, ownId(context), body);
  }

  private async send(context: RequestContext, id: string, { clear, ...body }: ChangeBody): Promise<Written> {
    mustBeBorn(body, context.today);
    await this.reader.reachNow();
    const row = await this.reader.find(context, volunteerDirectory, id);
    const current = row ? await openAll(this.runtime.keys, context.scope, row) : {};
    const cleared = whatIsThere(clear, current).filter((name) => body[name] === undefined);
    const change = { ...whatDiffers(body, current), ...(cleared.length > 0 ? { cleared } : {}) };
    const command = { change, on: context.today };
    const task = { stream: volunteer, id, decide: changeProfile, command };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
