import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import {
  certificate,
  elsewhere,
  guestCertified,
  makeUpLearnt,
  markLearnt,
  placeCancelled,
  placeConfirmed,
  placePromoted,
} from './example-guests.js';
import { guestEnrolment } from './guest-enrolment/guest-enrolment.stream.js';
import { learnFromHost, type LearntFromHost } from './learn-from-host.decider.js';

const says = (learnt: LearntFromHost, on: string) => ({ ...elsewhere, learnt, on: day(on) });
const present = says({ kind: 'marked', session: 1, present: true }, '2015-02-17');
const absent = says({ kind: 'marked', session: 1, present: false }, '2015-02-17');
const everything = [
  [says({ kind: 'promoted' }, '2015-02-10'), [placeConfirmed('waiting')], placePromoted],
  [says({ kind: 'cancelled' }, '2015-02-10'), [placeConfirmed()], placeCancelled('host')],
  [present, [placeConfirmed()], markLearnt(1, true)],
  [says({ kind: 'made-up', session: 2 }, '2015-03-10'), [placeConfirmed()], makeUpLearnt(2)],
  [says({ kind: 'passed', ...certificate }, '2015-03-17'), [placeConfirmed()], guestCertified],
] as const;

describe('learning from the host', () => {
  it.each(everything)('takes in %j, once', (command, before, fact) => {
    given(guestEnrolment, ...before)
      .when(learnFromHost, command)
      .then(fact);
    given(guestEnrolment, ...before, fact)
      .when(learnFromHost, command)
      .thenNothing();
  });
  it.each(everything)(
    'takes in nothing of an enrolment that was never confirmed, or is with another: %j',
    (command) => {
      given(guestEnrolment).when(learnFromHost, command).thenNothing();
      given(guestEnrolment, placeConfirmed('waiting'))
        .when(learnFromHost, { ...command, host: 'kreuztal' })
        .thenNothing();
      given(guestEnrolment, placeConfirmed('waiting'))
        .when(learnFromHost, { ...command, courseId: 'another' })
        .thenNothing();
    },
  );
  it('corrects a mark', () => {
    given(guestEnrolment, placeConfirmed(), markLearnt(1, true)).when(learnFromHost, absent).then(markLearnt(1, false));
    given(guestEnrolment, placeConfirmed(), markLearnt(1, true), markLearnt(1, false))
      .when(learnFromHost, present)
      .then(markLearnt(1, true));
  });
});
