import {
  changed,
  Commands,
  Context,
  Needs,
  PathId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { office } from '../office/office.stream.js';
import { closeOffice, type CloseOfficeRefusal } from './close-office.decider.js';

const statuses = { 'unknown-office': HttpStatus.NOT_FOUND } satisfies RefusalStatuses<CloseOfficeRefusal>;

@ApiTags('registration')
@Controller('registration/:tenant/offices/:id/close')
export class CloseOfficeHttp {
  constructor(private readonly commands: Commands) {}

  @Post()
  @Needs('administrator')
  @ApiOkResponse({ type: WriteAnswer })
  async close(@Context() context: RequestContext, @PathId() id: string): Promise<Written> {
    const command = { on: context.today };
    return changed(
      id,
      await this.commands.send(context, { stream: office, id, decide: closeOffice, command }, statuses),
    );
  }
}
