import {
  Context,
  CsvBody,
  ImportRunner,
  Needs,
  readCsv,
  trainers,
  type ImportStatus,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { attendanceColumns } from './attendance-columns.js';
import { AttendanceImport } from './attendance-import.js';

@ApiTags('training')
@Controller('training/:tenant/imports/attendance')
export class ImportAttendanceHttp {
  constructor(
    private readonly imports: ImportRunner,
    private readonly attendance: AttendanceImport,
  ) {}

  /**
   * Who was at which session; whoever is in the file is enrolled as of the first session. Volunteers that registration
   * took in a moment ago may still be unknown here: lines with code `unknown-volunteer` may be right a little later.
   */
  @Post()
  @Needs(...trainers)
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiAcceptedResponse({ description: '{id}; follow it at /training/{tenant}/imports/{id}; `total` counts courses' })
  start(@Context() context: RequestContext, @CsvBody() text: string): Promise<Written<ImportStatus>> {
    return this.imports.start(context, {
      kind: 'attendance',
      text,
      read: (csv) => readCsv(csv, attendanceColumns),
      plan: (lines) => this.attendance.plan(context, lines),
    });
  }
}
