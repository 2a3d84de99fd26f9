import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { course } from '../course/course.stream.js';
import {
  cancelled,
  completed,
  emre,
  enrolled,
  planned,
  plannedWith,
  promoted,
  rosa,
  waitlisted,
} from '../example-facts.js';
import { freeErasedSeat } from './free-erased-seat.decider.js';

const on = day('2015-02-10');
const rosaForgotten = { volunteerId: rosa, on };
const erased = (volunteerId: string) => {
  const event = cancelled(volunteerId);
  return { ...event, data: { ...event.data, cause: 'erased' } } as typeof event;
};

describe('the seat of a forgotten person', () => {
  it('is free, and goes to whoever has waited longest', () => {
    given(course, planned, enrolled(rosa)).when(freeErasedSeat, rosaForgotten).then(erased(rosa));
    given(course, plannedWith({ seats: 1 }), enrolled(rosa), waitlisted(emre))
      .when(freeErasedSeat, rosaForgotten)
      .then(erased(rosa), promoted(emre));
  });
  it('on the waiting list is free, too', () => {
    given(course, plannedWith({ seats: 1 }), enrolled(emre), waitlisted(rosa))
      .when(freeErasedSeat, rosaForgotten)
      .then(erased(rosa));
  });
  it('is given up once', () => {
    given(course, planned, enrolled(rosa), cancelled(rosa)).when(freeErasedSeat, rosaForgotten).thenNothing();
    given(course, planned).when(freeErasedSeat, rosaForgotten).thenNothing();
    given(course).when(freeErasedSeat, rosaForgotten).thenNothing();
  });
  it('in a course that is over stays counted', () => {
    given(course, planned, enrolled(rosa), completed).when(freeErasedSeat, rosaForgotten).thenNothing();
  });
});
