import { isRefusal, loadState } from '@lotsennetz/kernel';
import {
  Commands,
  ImportStepFailed,
  ServiceRuntime,
  type ImportStep,
  type LineError,
  type RequestContext,
} from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { unknownCourse, type CourseState } from '../course/course.state.js';
import { course, courseIdOf } from '../course/course.stream.js';
import type { AttendanceLine } from './attendance-columns.js';
import { contradictions, markOfLine, type MarkOfLine } from './attendance-of-lines.js';
import { importAttendance, type ImportAttendance } from './import-attendance.decider.js';
import { PeopleByEmail } from './people-by-email.js';

type Errors = { readonly errors: readonly LineError[] };
type CourseMark = MarkOfLine & { readonly courseId: string };

/** Turns the lines of an attendance file into enrolments and attendance: one command, and one append, a course. */
@Injectable()
export class AttendanceImport {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
    private readonly people: PeopleByEmail,
  ) {}

  async plan(context: RequestContext, lines: readonly AttendanceLine[]): Promise<readonly ImportStep[] | Errors> {
    const { scope, today } = context;
    const courses = await this.coursesOf(context, lines);
    const courseOf = (code: string) => courses.get(courseIdOf(scope, code)) ?? unknownCourse;
    const known = { today, courseOf, peopleAt: await this.people.of(scope) };
    const marks: CourseMark[] = [];
    const errors: LineError[] = [];
    for (const line of lines) {
      const read = markOfLine(line, known);
      if ('errors' in read) errors.push(...read.errors);
      else marks.push({ ...read, courseId: courseIdOf(scope, line.courseCode) });
    }
    errors.push(...contradictions(marks));
    const byCourse = Map.groupBy(marks, (mark) => mark.courseId);
    for (const [courseId, ofCourse] of byCourse)
      errors.push(...lateLines(courses.get(courseId) ?? unknownCourse, commandOf(ofCourse, context), ofCourse));
    if (errors.length > 0) return { errors: errors.sort((a, b) => a.line - b.line) };
    return this.steps(context, byCourse);
  }

  private steps(context: RequestContext, byCourse: ReadonlyMap<string, readonly CourseMark[]>): readonly ImportStep[] {
    return [...byCourse].map(([id, ofCourse]) => ({
      line: ofCourse[0]?.line.line ?? 0,
      run: async (origin) => {
        const command = commandOf(ofCourse, context);
        const outcome = await this.commands.run(origin, { stream: course, id, decide: importAttendance, command });
        if (outcome.kind === 'refused') throw new ImportStepFailed(outcome.refused);
      },
    }));
  }

  private async coursesOf(
    { scope }: RequestContext,
    lines: readonly AttendanceLine[],
  ): Promise<ReadonlyMap<string, CourseState>> {
    const ids = [...new Set(lines.map((line) => courseIdOf(scope, line.courseCode)))];
    const states = ids.map(async (id) => [id, (await loadState(this.runtime, course, { scope, id })).state] as const);
    return new Map(await Promise.all(states));
  }
}

function commandOf(marks: readonly CourseMark[], { today }: RequestContext): ImportAttendance {
  return { marks: marks.map(({ mark }) => mark), today };
}

// A completed course takes the same file again, but nothing new: its certificates stand on what was recorded.
function lateLines(state: CourseState, command: ImportAttendance, marks: readonly CourseMark[]): readonly LineError[] {
  const decision = importAttendance(command, state);
  if (!isRefusal(decision) || decision.refused !== 'course-completed') return [];
  const line = marks[0]?.line.line ?? 0;
  const problem = 'the course is completed, and this file would change its attendance';
  return [{ line, column: 'Kurs', problem, expected: 'a course that is not completed', code: 'course-completed' }];
}
