import { loadState } from '@lotsennetz/kernel';
import {
  Commands,
  ImportStepFailed,
  ServiceRuntime,
  type ImportStep,
  type LineError,
  type RequestContext,
} from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { isPlannedAs } from '../course/course.state.js';
import { course, courseIdOf } from '../course/course.stream.js';
import type { CourseLine } from './course-columns.js';
import { coursesOfLines, type CourseOfLines } from './courses-of-lines.js';
import { importCourse } from './import-course.decider.js';

/** Turns the lines of a course file into planned courses, a step for each course. */
@Injectable()
export class CourseImport {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
  ) {}

  async plan(
    context: RequestContext,
    lines: readonly CourseLine[],
  ): Promise<readonly ImportStep[] | { readonly errors: readonly LineError[] }> {
    const courses = coursesOfLines(lines);
    if ('errors' in courses) return courses;
    const errors = (await Promise.all(courses.map((each) => this.conflict(context, each)))).flat();
    if (errors.length > 0) return { errors };
    return courses.map((each) => ({ line: each.line, run: (origin) => this.importOne(context, origin, each) }));
  }

  private async conflict({ scope }: RequestContext, { line, plan }: CourseOfLines): Promise<readonly LineError[]> {
    const id = courseIdOf(scope, plan.courseCode);
    const { state } = await loadState(this.runtime, course, { scope, id });
    if (state.status === 'unknown' || isPlannedAs(state, plan)) return [];
    const problem = 'is the code of a course that is planned with other content';
    return [
      { line, column: 'Kurs', problem, expected: 'the same content, or another code', code: 'course-code-taken' },
    ];
  }

  private async importOne(
    { today }: RequestContext,
    origin: Parameters<ImportStep['run']>[0],
    { plan }: CourseOfLines,
  ): Promise<void> {
    const id = courseIdOf(origin.scope, plan.courseCode);
    const command = { plan, today };
    const outcome = await this.commands.run(origin, { stream: course, id, decide: importCourse, command });
    if (outcome.kind === 'refused') throw new ImportStepFailed(outcome.refused);
  }
}
