import { training } from '@lotsennetz/contracts';
import { misfits, type Contract, type RecordedEvent } from '@lotsennetz/kernel';
import { recordedEvents } from '@lotsennetz/testing';
import { course } from './course/course.stream.js';
import {
  attendance,
  cancelled,
  certified,
  completed,
  emre,
  enrolled,
  invited,
  madeUp,
  plan,
  plannedWith,
  promoted,
  rosa,
  waitlisted,
} from './example-facts.js';
import {
  guestCancelled,
  guestCertified,
  guestEnrolled,
  guestMadeUp,
  guestMarks,
  guestOne,
  guestPassed,
  guestPromoted,
  guestTwo,
  guestWaitlisted,
  makeUpLearnt,
  markLearnt,
  placeCancelled,
  placeConfirmed,
  placePromoted,
  shared,
  sharingStopped,
} from './example-guests.js';
import { guestEnrolment } from './guest-enrolment/guest-enrolment.stream.js';
import { publishedEvents } from './published-events.js';

const lectured = plan.sessions.map((session) => ({ ...session, lecturer: 'Jobcenter' }));
const facts = recordedEvents(
  course,
  { id: 'si' },
  ...[plannedWith({ sessions: lectured }), invited(rosa), enrolled(rosa), waitlisted(emre), cancelled(rosa)],
  ...[promoted(emre), attendance(1, { [emre]: true }), madeUp(2, emre), certified(emre, 1), completed],
);
const contracts: readonly Contract[] = Object.values(training);
const published = facts.flatMap((fact) => publishedEvents.flatMap((publish) => publish(fact) ?? []));

describe('what training tells others', () => {
  it('is one contract for each fact but attendance', () => {
    expect(published.map(({ type, revision }) => [type.split('.')[1], revision])).toEqual([
      ['course-planned', 0],
      ['volunteer-invited', 1],
      ['volunteer-enrolled', 2],
      ['volunteer-waitlisted', 3],
      ['enrolment-cancelled', 4],
      ['volunteer-promoted', 5],
      ['certificate-issued', 8],
      ['course-completed', 9],
    ]);
  });

  it('holds what the contracts say and nothing else', () => {
    for (const { type, data } of published) {
      const shape = contracts.find((contract) => contract.type === type)?.shape ?? {};
      expect(misfits(shape, data)).toEqual([]);
    }
    expect(published[0]?.data).toMatchObject({ courseId: 'si', sessions: plan.sessions });
  });

  it('leaves out who lectures and how a certificate is verified', () => {
    expect(JSON.stringify(published)).not.toMatch(/Jobcenter|verificationCode|11111111/);
  });
});

describe('what training tells of guests', () => {
  const told = (events: readonly RecordedEvent[]) =>
    events.flatMap((event) => publishedEvents.flatMap((publish) => publish(event) ?? []));
  const byHost = told(
    recordedEvents(
      course,
      { id: 'si' },
      ...[shared(), guestEnrolled(guestOne), guestWaitlisted(guestTwo), guestCancelled(guestOne)],
      ...[guestPromoted(guestTwo), guestCancelled(guestTwo, 'host'), guestMarks(1, { [guestTwo]: true })],
      ...[guestMadeUp(2, guestTwo), guestPassed(guestTwo, 2), sharingStopped],
    ),
  );
  const byPartner = told(
    recordedEvents(
      guestEnrolment,
      { id: 'g' },
      ...[placeConfirmed('waiting'), placePromoted, placeCancelled(), placeCancelled('erased'), placeConfirmed()],
      ...[markLearnt(1, true), makeUpLearnt(2), guestCertified],
    ),
  );

  it('is for the partner alone where the host says it: no figure of the host’s', () => {
    expect(byHost.map(({ type }) => type.split('.')[1])).toEqual([
      ...['guest-promoted', 'guest-removed', 'guest-attendance-recorded', 'guest-session-made-up', 'guest-passed'],
    ]);
  });
  it('is like anybody’s enrolment where the partner says it', () => {
    expect(byPartner.map(({ type }) => type.split('.')[1])).toEqual([
      ...['volunteer-waitlisted', 'volunteer-promoted', 'enrolment-cancelled', 'enrolment-cancelled'],
      ...['volunteer-enrolled', 'certificate-issued'],
    ]);
    expect(byPartner.map(({ data }) => 'cause' in data)).toEqual([false, false, false, true, false, false]);
  });
  it('holds what the contracts say and nothing else', () => {
    for (const { type, data } of [...byHost, ...byPartner])
      expect(misfits(contracts.find((contract) => contract.type === type)?.shape ?? {}, data)).toEqual([]);
    expect(JSON.stringify(byPartner)).not.toContain('11111111');
  });
});
