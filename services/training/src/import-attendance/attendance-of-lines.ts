import type { LineError } from '@lotsennetz/platform';
import type { Day } from '@lotsennetz/kernel';
import { sessionOf, type CourseState } from '../course/course.state.js';
import type { AttendanceLine } from './attendance-columns.js';
import type { ImportAttendance } from './import-attendance.decider.js';

export interface Known {
  readonly today: Day;
  readonly peopleAt: (email: string) => readonly string[];
  readonly courseOf: (courseCode: string) => CourseState;
}

export interface MarkOfLine {
  readonly line: AttendanceLine;
  readonly mark: ImportAttendance['marks'][number];
}

/** The line as a mark of a known person at a known session; or everything that is wrong with it. */
export function markOfLine(line: AttendanceLine, known: Known): MarkOfLine | { readonly errors: readonly LineError[] } {
  const people = known.peopleAt(line.email);
  const [volunteerId] = people;
  const errors = [...courseErrors(line, known), ...personErrors(line, people.length)];
  if (errors.length > 0 || volunteerId === undefined) return { errors };
  return { line, mark: { volunteerId, session: line.session, present: line.present } };
}

function personErrors({ line }: AttendanceLine, found: number): readonly LineError[] {
  const column = 'E-Mail';
  if (found === 0)
    return [
      {
        ...{ line, column },
        problem: 'no volunteer has this address',
        expected: 'the address of a registered volunteer',
        code: 'unknown-volunteer',
      },
    ];
  if (found === 1) return [];
  const problem = `${found} volunteers have this address`;
  return [{ line, column, problem, expected: 'an address of one volunteer only', code: 'ambiguous-volunteer' }];
}

function courseErrors({ line, courseCode, session: number }: AttendanceLine, known: Known): readonly LineError[] {
  const course = known.courseOf(courseCode);
  if (course.status === 'unknown') {
    const problem = 'there is no such course';
    return [{ line, column: 'Kurs', problem, expected: 'the code of a planned course', code: 'unknown-course' }];
  }
  const session = sessionOf(course, number);
  const numbers = course.sessions.map((each) => each.number).join(', ');
  if (!session) {
    const problem = 'the course has no such module';
    return [{ line, column: 'Modul', problem, expected: `one of ${numbers}`, code: 'unknown-session' }];
  }
  if (session.heldOn <= known.today) return [];
  const problem = `is held on ${session.heldOn}, in the future`;
  return [{ line, column: 'Modul', problem, expected: 'a session that was held', code: 'session-in-the-future' }];
}

/** Lines that say the contrary of an earlier line about the same person and session. */
export function contradictions(marks: readonly (MarkOfLine & { readonly courseId: string })[]): readonly LineError[] {
  const earlier = new Map<string, AttendanceLine>();
  return marks.flatMap(({ courseId, line, mark }) => {
    const key = `${courseId}/${mark.session}/${mark.volunteerId}`;
    const first = earlier.get(key) ?? line;
    earlier.set(key, first);
    if (first.present === line.present) return [];
    return [
      {
        line: line.line,
        column: 'Anwesend',
        problem: `contradicts line ${first.line}`,
        expected: 'each person and module once',
      },
    ];
  });
}
