import {
  Context,
  CsvBody,
  ImportRunner,
  Needs,
  office,
  readCsv,
  type ImportStatus,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { VolunteerImport } from './volunteer-import.js';
import { volunteerColumns } from './volunteer-columns.js';

@ApiTags('registration')
@Controller('registration/:tenant/imports/volunteers')
export class ImportVolunteersHttp {
  constructor(
    private readonly imports: ImportRunner,
    private readonly volunteers: VolunteerImport,
  ) {}

  /** A roster of volunteers; they are registered and accepted on `Interesse seit`, unless `Status` says `interessiert`. */
  @Post()
  @Needs(...office)
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiAcceptedResponse({ description: '{id}; follow it at /registration/{tenant}/imports/{id}' })
  start(@Context() context: RequestContext, @CsvBody() text: string): Promise<Written<ImportStatus>> {
    return this.imports.start(context, {
      kind: 'volunteers',
      text,
      read: (csv) => readCsv(csv, volunteerColumns),
      plan: (lines) => this.volunteers.plan(context, lines),
    });
  }
}
