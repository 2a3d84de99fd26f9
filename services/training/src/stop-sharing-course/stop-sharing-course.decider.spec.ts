import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { course } from '../course/course.stream.js';
import { completed, emre, enrolled, planned, promoted, rosa, waitlisted } from '../example-facts.js';
import { guestEnrolled, guestOne, partner, shared, sharingStopped } from '../example-guests.js';
import { stopSharingCourse } from './stop-sharing-course.decider.js';

const stop = { partner, on: day('2015-02-10') };

describe('sharing a course no longer', () => {
  it('closes it to the partner, whose guests stay', () => {
    given(course, planned, shared(), guestEnrolled(guestOne)).when(stopSharingCourse, stop).then(sharingStopped);
  });
  it('gives seats that were set aside to whoever waits', () => {
    given(course, planned, shared(1), enrolled(rosa), waitlisted(emre))
      .when(stopSharingCourse, stop)
      .then(sharingStopped, promoted(emre));
  });
  it('keeps a seat for the guest who has it', () => {
    given(course, planned, shared(1), enrolled(rosa), waitlisted(emre), guestEnrolled(guestOne))
      .when(stopSharingCourse, stop)
      .then(sharingStopped);
  });
  it('twice, or never shared, changes nothing', () => {
    given(course, planned, shared(), sharingStopped).when(stopSharingCourse, stop).thenNothing();
    given(course, planned).when(stopSharingCourse, stop).thenNothing();
  });
  it('moves nobody up in a course that is over', () => {
    given(course, planned, shared(1), enrolled(rosa), waitlisted(emre), completed)
      .when(stopSharingCourse, stop)
      .then(sharingStopped);
  });
  it('is refused for an unknown course', () => {
    given(course).when(stopSharingCourse, stop).thenRefused('unknown-course');
  });
});
