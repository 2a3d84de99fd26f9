import type { LineError } from '@lotsennetz/platform';
import type { CoursePlan, Session } from '../course/course.events.js';
import { normalisedCode } from '../course/course.stream.js';
import type { CourseLine } from './course-columns.js';

export interface CourseOfLines {
  /** Where the course begins in the file. */
  readonly line: number;
  readonly plan: CoursePlan;
}

/** The courses of a file, one for each code, without a limit of seats; or what does not fit together. */
export function coursesOfLines(
  lines: readonly CourseLine[],
): readonly CourseOfLines[] | { readonly errors: readonly LineError[] } {
  const groups = [...Map.groupBy(lines, (line) => normalisedCode(line.courseCode)).values()];
  const errors = groups.flatMap(errorsOf).sort((a, b) => a.line - b.line);
  return errors.length > 0 ? { errors } : groups.flatMap(courseOf);
}

function errorsOf(group: readonly CourseLine[]): readonly LineError[] {
  const [first] = group;
  if (!first) return [];
  return group.flatMap((line) => [
    ...differences(first, line),
    ...(group.find((other) => other.number === line.number) === line
      ? []
      : [{ line: line.line, column: 'Modul', problem: 'stands twice in this course', expected: 'each number once' }]),
    ...(line.endsAt > line.startsAt
      ? []
      : [
          {
            line: line.line,
            column: 'Bis',
            problem: 'is not later than Von',
            expected: `a time after ${line.startsAt}`,
          },
        ]),
  ]);
}

function differences(first: CourseLine, line: CourseLine): readonly LineError[] {
  const problem = `differs from line ${first.line} of the same course`;
  const shared = [
    { column: 'Titel', expected: first.courseTitle, found: line.courseTitle },
    { column: 'Ort', expected: first.town, found: line.town },
  ];
  return shared
    .filter(({ expected, found }) => expected !== found)
    .map(({ column, expected }) => ({ line: line.line, column, problem, expected }));
}

function courseOf(group: readonly CourseLine[]): readonly CourseOfLines[] {
  const [first] = group;
  if (!first) return [];
  const { courseCode, courseTitle, town, line } = first;
  const sessions = group.map(sessionOf).sort((a, b) => a.number - b.number);
  return [{ line, plan: { courseCode, courseTitle, town, sessions, waitingList: true, maxMissed: 1 } }];
}

function sessionOf({ number, title, heldOn, startsAt, endsAt, lecturer }: CourseLine): Session {
  const minutes = minutesOf(endsAt) - minutesOf(startsAt);
  return { number, title, heldOn, startsAt, endsAt, minutes, ...(lecturer === undefined ? {} : { lecturer }) };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
