import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { course } from '../course/course.stream.js';
import { completed, enrolled, invited, plan, planned, rosa } from '../example-facts.js';
import { planCourse } from './plan-course.decider.js';

const command = { plan, on: day('2015-01-10') };

describe('planning a course', () => {
  it('gives it dates and seats', () => {
    given(course).when(planCourse, command).then(planned);
  });
  it('happens once, whatever has happened in the course since', () => {
    given(course, planned, invited(rosa), enrolled(rosa), completed).when(planCourse, command).thenNothing();
  });
  it('is refused for other content under the same code', () => {
    given(course, planned)
      .when(planCourse, { ...command, plan: { ...plan, seats: 3 } })
      .thenRefused('course-code-taken');
  });
});
