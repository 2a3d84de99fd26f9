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
import { requestColumns } from './request-columns.js';
import { RequestImport } from './request-import.js';

@ApiTags('matching')
@Controller('matching/:tenant/imports/requests')
export class ImportRequestsHttp {
  constructor(
    private readonly imports: ImportRunner,
    private readonly requests: RequestImport,
  ) {}

  /** A list of requests. A `Kürzel` names one request for ever, so a list that is sent again, or mended, doubles nothing. */
  @Post()
  @Needs(...office)
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiAcceptedResponse({ description: '{id}; follow it at /matching/{tenant}/imports/{id}' })
  start(@Context() context: RequestContext, @CsvBody() text: string): Promise<Written<ImportStatus>> {
    return this.imports.start(context, {
      kind: 'requests',
      text,
      read: (csv) => readCsv(csv, requestColumns),
      plan: (lines) => Promise.resolve(this.requests.plan(context, lines)),
    });
  }
}
