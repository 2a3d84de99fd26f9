import { day, isRefusal, type Decision } from '@lotsennetz/kernel';
import { foldGiven, given } from '@lotsennetz/testing';
import type { CourseEvent } from '../course/course.events.js';
import { course } from '../course/course.stream.js';
import {
  attendance,
  cancelled,
  certified,
  completed,
  emre,
  enrolled,
  madeUp,
  olena,
  planned,
  plannedWith,
  rosa,
} from '../example-facts.js';
import {
  guestCancelled,
  guestEnrolled,
  guestMarks,
  guestOne,
  guestPassed,
  guestTwo,
  shared,
} from '../example-guests.js';
import { completeCourse } from './complete-course.decider.js';

const command = { on: day('2015-03-17'), secret: 'secret of a spec' };

describe('completing a course', () => {
  it('without anybody is completed, and certifies nobody', () => {
    given(course, planned).when(completeCourse, command).then(completed);
  });

  it('certifies in the order of enrolment whoever missed at most one session', () => {
    const issued = certificatesAfter(
      ...[planned, enrolled(emre), enrolled(olena), enrolled(rosa)],
      ...[
        attendance(1, { [rosa]: true, [emre]: true, [olena]: true }),
        attendance(2, { [rosa]: true, [emre]: false }),
        attendance(3, { [rosa]: true, [emre]: true }),
      ],
    );
    expect(issued.map(({ volunteerId, number }) => [volunteerId, number])).toEqual([
      [emre, 'SI-2015-1-01'],
      [rosa, 'SI-2015-1-02'],
    ]);
  });

  it('counts a session without a mark as missed, and a made-up one as attended', () => {
    const once = [planned, enrolled(rosa), attendance(1, { [rosa]: true })] as const;
    expect(certificatesAfter(...once)).toHaveLength(0);
    expect(certificatesAfter(...once, madeUp(3, rosa))).toHaveLength(1);
  });

  it('holds to the rule of the course', () => {
    const strict = [plannedWith({ maxMissed: 0 }), enrolled(rosa)] as const;
    const twice = [attendance(1, { [rosa]: true }), attendance(2, { [rosa]: true })] as const;
    expect(certificatesAfter(...strict, ...twice)).toHaveLength(0);
    expect(certificatesAfter(...strict, ...twice, attendance(3, { [rosa]: true }))).toHaveLength(1);
  });

  it('certifies nobody who was never there, however many may be missed', () => {
    expect(certificatesAfter(plannedWith({ maxMissed: 9 }), enrolled(rosa))).toHaveLength(0);
  });

  it('certifies nobody who has left', () => {
    const all = [1, 2, 3].map((session) => attendance(session, { [rosa]: true }));
    expect(certificatesAfter(planned, enrolled(rosa), ...all, cancelled(rosa))).toHaveLength(0);
  });

  it('gives every certificate a verification code of 128 bits of its own', () => {
    const there = attendance(1, { [rosa]: true, [emre]: true });
    const issued = certificatesAfter(plannedWith({ maxMissed: 2 }), enrolled(rosa), enrolled(emre), there);
    const codes = issued.map(({ verificationCode }) => verificationCode);
    expect(new Set(codes).size).toBe(2);
    for (const code of codes) expect(code).toMatch(/^[0-9a-f]{32}$/);
    const other = eventsOf(
      completeCourse(
        { ...command, secret: 'another' },
        foldGiven(course, [plannedWith({ maxMissed: 2 }), enrolled(rosa), there]),
      ),
    );
    expect(JSON.stringify(other)).not.toContain(codes[0]);
  });

  it('again changes nothing', () => {
    const there = [1, 2].map((session) => attendance(session, { [rosa]: true }));
    given(course, planned, enrolled(rosa), ...there, certified(rosa, 1), completed)
      .when(completeCourse, { ...command, on: day('2015-04-01') })
      .thenNothing();
  });

  it('again certifies who has made up a session since, with the next number', () => {
    const issued = certificatesAfter(
      ...[planned, enrolled(rosa), enrolled(emre), attendance(1, { [rosa]: true, [emre]: true })],
      ...[attendance(2, { [emre]: true }), certified(emre, 1), completed, madeUp(3, rosa)],
    );
    expect(issued).toEqual([expect.objectContaining({ volunteerId: rosa, number: 'SI-2015-1-02' })]);
  });

  it('tells which guests have fulfilled the rule, once, numbered apart from the own certificates', () => {
    const there = [
      ...[planned, shared(), guestEnrolled(guestTwo), guestCancelled(guestTwo), guestEnrolled(guestOne)],
      ...[1, 2].map((session) => guestMarks(session, { [guestOne]: true })),
    ] as const;
    given(course, ...there)
      .when(completeCourse, command)
      .then(guestPassed(guestOne, 2), completed);
    given(course, ...there, guestPassed(guestOne, 2), completed)
      .when(completeCourse, command)
      .thenNothing();
    given(course, planned, shared(), guestEnrolled(guestOne)).when(completeCourse, command).then(completed);
  });

  it('is refused for an unknown course', () => {
    given(course).when(completeCourse, command).thenRefused('unknown-course');
  });

  it('is refused while a session lies ahead', () => {
    given(course, planned)
      .when(completeCourse, { ...command, on: day('2015-03-02') })
      .thenRefused('session-in-the-future', { heldOn: '2015-03-03' });
  });
});

function certificatesAfter(...events: readonly CourseEvent[]) {
  const decided = eventsOf(completeCourse(command, foldGiven(course, events)));
  return decided.flatMap((event) => (event.type === 'CertificateIssued' ? [event.data] : []));
}

function eventsOf(decision: Decision<CourseEvent, string>): readonly CourseEvent[] {
  if (isRefusal(decision)) throw new Error(decision.refused);
  return decision;
}
