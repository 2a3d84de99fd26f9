import {
  changed,
  Commands,
  Context,
  Needs,
  office,
  PathId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, Delete, HttpStatus } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { merge } from '../merge/merge.stream.js';
import { undoMerge, type UndoMergeRefusal } from './undo-merge.decider.js';

const statuses = { 'never-merged': HttpStatus.NOT_FOUND } satisfies RefusalStatuses<UndoMergeRefusal>;

@ApiTags('registration')
@Controller('registration/:tenant/volunteers/:id/merge')
export class UndoMergeHttp {
  constructor(private readonly commands: Commands) {}

  /** They are two people after all: everything of this volunteer is as it was before. */
  @Delete()
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  async undo(@Context() context: RequestContext, @PathId() id: string): Promise<Written> {
    const task = { stream: merge, id, decide: undoMerge, command: { on: context.today } };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
