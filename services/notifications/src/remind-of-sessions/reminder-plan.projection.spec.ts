import { day } from '@lotsennetz/kernel';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { course, type CourseEvent } from '../course/course.stream.js';
import { reminderPlan } from './reminder-plan.projection.js';

const on = day('2015-02-10');
const session = { title: 'Recht', startsAt: '18:00', endsAt: '19:30', minutes: 90 };
const learnt: CourseEvent = {
  type: 'CourseLearnt',
  happenedOn: on,
  data: {
    courseCode: 'SI-1',
    courseTitle: 'Integrationslotsen',
    town: 'Siegen',
    sessions: [
      { ...session, number: 1, heldOn: day('2015-03-02') },
      { ...session, number: 2, heldOn: day('2015-03-09') },
    ],
  },
};
const taken = (volunteerId: string): CourseEvent => ({ type: 'SeatTaken', happenedOn: on, data: { volunteerId } });
const freed = (volunteerId: string): CourseEvent => ({ type: 'SeatFreed', happenedOn: on, data: { volunteerId } });
const planAfter = async (...events: readonly CourseEvent[]) =>
  (await foldProjection(reminderPlan, recordedEvents(course, { id: 'c1' }, ...events))).get('c1');

describe('the plan of reminders', () => {
  it('knows on which days a course meets', async () => {
    expect(await planAfter(learnt)).toMatchObject({
      courseId: 'c1',
      sessionDays: ['2015-03-02', '2015-03-09'],
      participants: [],
    });
  });

  it('knows who takes part since when, each once', async () => {
    expect((await planAfter(learnt, taken('rosa'), taken('emre'), taken('rosa')))?.participants).toEqual([
      { volunteerId: 'emre', since: on },
      { volunteerId: 'rosa', since: on },
    ]);
  });

  it('forgets who has given up the seat', async () => {
    expect((await planAfter(learnt, taken('rosa'), taken('emre'), freed('rosa')))?.participants).toEqual([
      { volunteerId: 'emre', since: on },
    ]);
  });

  it('without dates there is nothing to remind of', async () => {
    expect(await planAfter(taken('rosa'))).toBeUndefined();
  });
});
