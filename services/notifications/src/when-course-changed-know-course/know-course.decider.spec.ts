import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { course, type CourseEvent } from '../course/course.stream.js';
import { knowCourse } from './know-course.decider.js';

const happenedOn = day('2015-02-10');
const learnt: CourseEvent = {
  type: 'CourseLearnt',
  happenedOn,
  data: { courseCode: 'SI-1', courseTitle: 'Integrationslotsen', town: 'Siegen', sessions: [] },
};
const taken: CourseEvent = { type: 'SeatTaken', happenedOn, data: { volunteerId: 'rosa' } };
const freed: CourseEvent = { type: 'SeatFreed', happenedOn, data: { volunteerId: 'rosa' } };

describe('knowing who takes part in what', () => {
  it('takes over dates, seats taken and seats freed', () => {
    given(course).when(knowCourse, learnt).then(learnt);
    given(course, learnt).when(knowCourse, taken).then(taken);
    given(course, learnt, taken).when(knowCourse, freed).then(freed);
    given(course, learnt, taken, freed).when(knowCourse, taken).then(taken);
  });

  it('repetitions change nothing', () => {
    given(course, learnt).when(knowCourse, learnt).thenNothing();
    given(course, learnt, taken).when(knowCourse, taken).thenNothing();
  });

  it('giving up a place on the waiting list frees no seat', () => {
    given(course, learnt).when(knowCourse, freed).thenNothing();
  });
});
