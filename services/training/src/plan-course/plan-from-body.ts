import { invalidInput } from '@lotsennetz/platform';
import type { CoursePlan, Session } from '../course/course.events.js';
import type { CurriculumContent } from '../curriculum/curriculum.stream.js';
import type { CourseBody, SessionBody } from './plan-course.body.js';

/** The course with its own copy of what the curriculum says. @throws Problem 400 naming what is missing or does not fit. */
export function planFrom(body: CourseBody, curriculum: CurriculumContent | undefined): CoursePlan {
  const { code: courseCode, town, seats, waitingList = true, curriculumId } = body;
  const courseTitle = body.title ?? curriculum?.title;
  if (courseTitle === undefined) throw problem('title', 'is needed where there is no curriculum');
  if (body.sessions.length === 0) throw problem('sessions', 'needs at least one session');
  const sessions = body.sessions.map((session, index) => sessionFrom({ session, index }, curriculum));
  if (new Set(sessions.map(({ number }) => number)).size < sessions.length)
    throw problem('sessions', 'a session number stands twice');
  checkEveryModuleIsTaught(body.sessions, curriculum);
  return {
    courseCode,
    courseTitle,
    town,
    sessions: sessions.sort((a, b) => a.number - b.number),
    ...(seats === undefined ? {} : { seats }),
    waitingList,
    maxMissed: body.maxMissed ?? curriculum?.maxMissed ?? 1,
    ...(curriculumId === undefined ? {} : { curriculumId }),
  };
}

interface Place {
  readonly session: SessionBody;
  readonly index: number;
}

function sessionFrom({ session, index }: Place, curriculum: CurriculumContent | undefined): Session {
  const { heldOn, startsAt, endsAt, lecturer } = session;
  const field = `sessions.${index}`;
  const number = session.number ?? index + 1;
  const module = curriculum?.modules.find((each) => each.number === moduleOf(session, index));
  if (curriculum && !module) throw problem(`${field}.module`, 'is not in the curriculum');
  const title = session.title ?? module?.title;
  if (title === undefined) throw problem(`${field}.title`, 'is needed where there is no curriculum');
  if (endsAt <= startsAt) throw problem(`${field}.endsAt`, 'must be later than startsAt');
  const minutes = session.minutes ?? minutesOf(endsAt) - minutesOf(startsAt);
  return { number, title, heldOn, startsAt, endsAt, minutes, ...(lecturer === undefined ? {} : { lecturer }) };
}

function checkEveryModuleIsTaught(sessions: readonly SessionBody[], curriculum: CurriculumContent | undefined): void {
  const taught = sessions.map(moduleOf);
  const missing = curriculum?.modules.find((module) => !taught.includes(module.number));
  if (missing) throw problem('sessions', `module ${missing.number} of the curriculum has no session`);
}

function moduleOf(session: SessionBody, index: number): number {
  return session.module ?? session.number ?? index + 1;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function problem(field: string, text: string): Error {
  return invalidInput([{ field, problem: text }]);
}
