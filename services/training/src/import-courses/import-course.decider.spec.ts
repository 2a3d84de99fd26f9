import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { course } from '../course/course.stream.js';
import { completed, plan, planned } from '../example-facts.js';
import { importCourse } from './import-course.decider.js';

describe('importing a course', () => {
  it('dates a past one on the day it began', () => {
    given(course)
      .when(importCourse, { plan, today: day('2026-05-01') })
      .then({ ...planned, happenedOn: day('2015-02-17') });
  });
  it('dates a coming one on today', () => {
    given(course)
      .when(importCourse, { plan, today: day('2015-01-10') })
      .then(planned);
  });
  it('again changes nothing', () => {
    given(course, planned, completed)
      .when(importCourse, { plan, today: day('2026-05-01') })
      .thenNothing();
  });
  it('is refused for other content under the same code', () => {
    given(course, planned)
      .when(importCourse, { plan: { ...plan, town: 'Netphen' }, today: day('2026-05-01') })
      .thenRefused('course-code-taken');
  });
});
