import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { course } from '../course/course.stream.js';
import { completed, emre, enrolled, planned, plannedWith, promoted, rosa, waitlisted } from '../example-facts.js';
import {
  guestEnrolled,
  guestOne,
  guestPromoted,
  guestTwo,
  guestWaitlisted,
  partner,
  shared,
} from '../example-guests.js';
import { shareCourse } from './share-course.decider.js';

const on = day('2015-01-11');
const share = { partner, on };
const later = { partner, on: day('2015-02-10') };

describe('sharing a course', () => {
  it('opens it to the partner, with or without seats of its own', () => {
    given(course, planned).when(shareCourse, share).then(shared());
    given(course, planned)
      .when(shareCourse, { ...share, seats: 2 })
      .then(shared(2));
  });
  it('twice changes nothing, also when the course is over', () => {
    given(course, planned, shared()).when(shareCourse, share).thenNothing();
    given(course, planned, shared(1), completed)
      .when(shareCourse, { ...share, seats: 1 })
      .thenNothing();
  });
  it('with other seats replaces what was set aside, and moves up who now has a seat', () => {
    const more = { ...shared(2), happenedOn: later.on };
    given(course, planned, shared(1), guestEnrolled(guestOne), guestWaitlisted(guestTwo))
      .when(shareCourse, { ...later, seats: 2 })
      .then(more, guestPromoted(guestTwo));
    const less = { ...shared(1), happenedOn: later.on };
    given(course, planned, shared(2), waitlisted(rosa))
      .when(shareCourse, { ...later, seats: 1 })
      .then(less, promoted(rosa));
  });
  it('sets no seat aside that somebody has, or that is another partner’s', () => {
    given(course, planned, enrolled(rosa))
      .when(shareCourse, { ...share, seats: 2 })
      .thenRefused('seats-taken', { free: 1 });
    given(course, planned, shared(1, 'caritas'))
      .when(shareCourse, { ...share, seats: 2 })
      .thenRefused('seats-taken', { free: 1 });
  });
  it('takes no seat back from guests', () => {
    given(course, planned, shared(), guestEnrolled(guestOne), guestEnrolled(guestTwo))
      .when(shareCourse, { ...share, seats: 1 })
      .thenRefused('seats-taken', { free: 2 });
  });
  it('may set any number aside where there is no limit', () => {
    const { seats: _, ...unlimited } = planned.data as { seats: number };
    given(course, { ...planned, data: unlimited } as typeof planned, enrolled(rosa), enrolled(emre))
      .when(shareCourse, { ...share, seats: 20 })
      .then(shared(20));
  });
  it('is refused for an unknown course, and for one that is over', () => {
    given(course).when(shareCourse, share).thenRefused('unknown-course');
    given(course, plannedWith({ seats: 5 }), completed)
      .when(shareCourse, share)
      .thenRefused('course-completed');
  });
});
