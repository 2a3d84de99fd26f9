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
import { courseColumns } from './course-columns.js';
import { CourseImport } from './course-import.js';

@ApiTags('training')
@Controller('training/:tenant/imports/courses')
export class ImportCoursesHttp {
  constructor(
    private readonly imports: ImportRunner,
    private readonly courses: CourseImport,
  ) {}

  /** Courses with their sessions, past ones too; they have no limit of seats and stay open until they are completed. */
  @Post()
  @Needs(...trainers)
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiAcceptedResponse({ description: '{id}; follow it at /training/{tenant}/imports/{id}; `total` counts courses' })
  start(@Context() context: RequestContext, @CsvBody() text: string): Promise<Written<ImportStatus>> {
    return this.imports.start(context, {
      kind: 'courses',
      text,
      read: (csv) => readCsv(csv, courseColumns),
      plan: (lines) => this.courses.plan(context, lines),
    });
  }
}
