import {
  changed,
  Commands,
  Context,
  Id,
  Needs,
  office,
  PathId,
  Problem,
  ServiceRuntime,
  ViewReader,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { loadState, type TenantScope } from '@lotsennetz/kernel';
import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { merge } from '../merge/merge.stream.js';
import { PersonLookup } from '../person-lookup.js';
import { volunteerDirectory } from '../volunteer/volunteer-directory.view.js';
import { mergeVolunteers, type MergeVolunteersRefusal } from './merge-volunteers.decider.js';

const statuses = {
  'same-volunteer': HttpStatus.CONFLICT,
  'merged-elsewhere': HttpStatus.CONFLICT,
  'target-merged': HttpStatus.CONFLICT,
  'has-duplicates': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<MergeVolunteersRefusal>;

class MergeBody {
  @Id({ description: 'The volunteer who stays.' })
  readonly into: string;
}

@ApiTags('registration')
@Controller('registration/:tenant/volunteers/:id/merge')
export class MergeVolunteersHttp {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: Commands,
    private readonly people: PersonLookup,
    private readonly reader: ViewReader,
  ) {}

  /** This volunteer is the same person as another one: hidden from lists, proposed to nobody. No figure changes, and it can be undone. */
  @Post()
  @HttpCode(HttpStatus.OK)
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  async merge(@Context() context: RequestContext, @PathId() id: string, @Body() { into }: MergeBody): Promise<Written> {
    const { scope } = context;
    await this.people.mustBeKnown(scope, id, 'volunteer');
    await this.people.mustBeKnown(scope, into, 'volunteer');
    // One at a time: two at once, there and back, would each find the other one free.
    const turn = await this.runtime.turns.take(`merge ${scope.tenant}`);
    if (!turn) throw new Problem(HttpStatus.CONFLICT, 'merge-running', 'Somebody is merging just now. Try again.');
    try {
      const command = { id, into, ...(await this.linksOf(scope, id, into)), on: context.today };
      const task = { stream: merge, id, decide: mergeVolunteers, command };
      return changed(id, await this.commands.send(context, task, statuses));
    } finally {
      await turn.release();
    }
  }

  private async linksOf(scope: TenantScope, id: string, into: string) {
    const { state } = await loadState(this.runtime, merge, { scope, id: into });
    await this.reader.reachNow();
    const duplicates = await this.reader.all({ scope }, volunteerDirectory, { mergedInto: id }).next();
    return { targetMerged: state.status === 'merged', hasDuplicates: duplicates.done !== true };
  }
}
