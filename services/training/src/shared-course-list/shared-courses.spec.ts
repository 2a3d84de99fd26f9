import { day, type TenantId } from '@lotsennetz/kernel';
import { LearningGrants } from '@lotsennetz/platform';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import type { CourseEvent } from '../course/course.events.js';
import { course } from '../course/course.stream.js';
import { courseView } from '../course/course.view.js';
import { emre, enrolled, olena, planned, plannedWith, rosa, waitlisted } from '../example-facts.js';
import { elsewhere, markLearnt, partner, placeConfirmed, shared } from '../example-guests.js';
import { guestEnrolment } from '../guest-enrolment/guest-enrolment.stream.js';
import { guestEnrolmentView } from '../guest-enrolment/guest-enrolment.view.js';
import { closedCourse, hostsOf, openCourse } from './shared-courses.js';

const host = { id: elsewhere.host, name: 'Stadt Siegen' };
const rowAfter = async (...events: readonly CourseEvent[]) =>
  (await foldProjection(courseView, recordedEvents(course, { id: 'si' }, ...events))).get('si')!;
const ownAfter = async () => {
  const events = recordedEvents(guestEnrolment, { id: 'g' }, placeConfirmed(), markLearnt(1, false));
  return (await foldProjection(guestEnrolmentView, events)).get('g')!;
};

describe('what a partner sees of a course', () => {
  it('is what the course is, its free seats, and the own people', async () => {
    const row = await rowAfter(planned, shared(), enrolled(rosa));
    const seen = openCourse(row, { partner, host, own: [await ownAfter()] });
    expect(seen).toMatchObject({ host: 'siegen', hostName: 'Stadt Siegen', open: true, seatsLeft: 1 });
    expect(seen.people).toMatchObject([{ volunteerId: olena, status: 'enrolled' }]);
    expect(seen.people[0]?.attendance[0]).toEqual({ session: 1, mark: 'absent' });
    expect(JSON.stringify(seen)).not.toContain(rosa);
  });
  it('counts the seats set aside for it, never below none, and none where there is no limit', async () => {
    const seatsLeft = async (...events: readonly CourseEvent[]) =>
      openCourse(await rowAfter(...events), { partner, host, own: [] }).seatsLeft;
    expect(await seatsLeft(planned, shared(2), waitlisted(rosa))).toBe(2);
    expect(await seatsLeft(planned, shared(), shared(2, 'caritas'))).toBe(0);
    expect(await seatsLeft(plannedWith({ seats: 1 }), shared(), enrolled(rosa), enrolled(emre))).toBe(0);
    const { seats: _, ...unlimited } = planned.data as { seats: number };
    expect(await seatsLeft({ ...planned, data: unlimited } as CourseEvent, shared())).toBeNull();
  });
  it('is what the own enrolment tells once it is not open any more', async () => {
    expect(closedCourse([await ownAfter()], host)).toMatchObject({
      ...{ id: elsewhere.courseId, town: 'Siegen', open: false, seatsLeft: null },
      people: [{ volunteerId: olena }],
    });
  });
});

describe('whose courses a tenant may see', () => {
  const grants = new LearningGrants();
  const sign = (tenant: string, other: string) =>
    grants.learn(tenant as TenantId, {
      type: 'AgreementLearnt',
      happenedOn: day('2015-01-06'),
      data: { partner: other, shares: ['courses'] },
    });

  it('are those of tenants with which both have signed', () => {
    sign('siegen', partner);
    sign('kreuztal', partner);
    sign(partner, 'siegen');
    sign(partner, 'netphen');
    expect(hostsOf(grants, partner as TenantId)).toEqual(['siegen']);
    expect(hostsOf(grants, 'kreuztal' as TenantId)).toEqual([]);
  });
});
