import type { Day, Decision } from '@lotsennetz/kernel';
import {
  whoseEnrolment,
  type GuestEnrolmentEvent,
  type GuestEnrolmentState,
  type KnownGuestEnrolment,
} from './guest-enrolment/guest-enrolment.stream.js';

/** What the host has recorded about a guest. */
export type LearntFromHost =
  | { readonly kind: 'promoted' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'marked'; readonly session: number; readonly present: boolean }
  | { readonly kind: 'made-up'; readonly session: number }
  /** `verificationCode`: 128 random bits in hex, made for this command. */
  | {
      readonly kind: 'passed';
      readonly number: string;
      readonly certificateId: string;
      readonly verificationCode: string;
    };

export interface LearnFromHost {
  readonly host: string;
  readonly courseId: string;
  readonly learnt: LearntFromHost;
  readonly on: Day;
}

/**
 * Takes in what another tenant says of one of our own people. It may say something only of an enrolment that we have
 * confirmed with it ourselves, under the agreement of that day; that stays so until the course is over, whatever has
 * become of the agreement since. Anything else changes nothing.
 */
export function learnFromHost(
  { host, courseId, learnt, on: happenedOn }: LearnFromHost,
  state: GuestEnrolmentState,
): Decision<GuestEnrolmentEvent, never> {
  if (state.status === 'unknown' || state.host !== host || state.courseId !== courseId) return [];
  const event = newsOf(learnt, state);
  return event ? [{ happenedOn, ...event }] : [];
}

type News = GuestEnrolmentEvent extends infer Event
  ? Event extends GuestEnrolmentEvent
    ? Omit<Event, 'happenedOn'>
    : never
  : never;

function newsOf(learnt: LearntFromHost, state: KnownGuestEnrolment): News | undefined {
  const whose = whoseEnrolment(state);
  switch (learnt.kind) {
    case 'promoted':
      return state.status === 'waiting' ? { type: 'GuestPlacePromoted', data: whose } : undefined;
    case 'cancelled':
      if (state.status === 'cancelled') return undefined;
      return { type: 'GuestPlaceCancelled', data: { ...whose, cause: 'host' } };
    case 'marked': {
      const { session, present } = learnt;
      if ((present ? state.present : state.absent).includes(session)) return undefined;
      return { type: 'GuestMarkLearnt', data: { ...whose, session, present } };
    }
    case 'made-up': {
      const { session } = learnt;
      if (state.madeUp.includes(session)) return undefined;
      return { type: 'GuestMakeUpLearnt', data: { ...whose, session } };
    }
    case 'passed': {
      const { kind: _, ...certificate } = learnt;
      return state.certificate ? undefined : { type: 'GuestCertificateIssued', data: { ...whose, ...certificate } };
    }
  }
}
