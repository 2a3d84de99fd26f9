import {
  Commands,
  Context,
  created,
  Needs,
  WriteAnswer,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { OfficeBody } from '../office/office.body.js';
import { office } from '../office/office.stream.js';
import { openOffice } from './open-office.decider.js';

@ApiTags('registration')
@Controller('registration/:tenant/offices')
export class OpenOfficeHttp {
  constructor(private readonly commands: Commands) {}

  @Post()
  @Needs('administrator')
  @ApiCreatedResponse({ type: WriteAnswer })
  async open(@Context() context: RequestContext, @Body() body: OfficeBody): Promise<Written> {
    const id = context.newId();
    const command = { office: { ...body }, on: context.today };
    return created(id, await this.commands.send(context, { stream: office, id, decide: openOffice, command }, {}));
  }
}
