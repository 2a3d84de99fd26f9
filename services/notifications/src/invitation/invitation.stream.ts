import { defineEvents, defineStream, field, type Day, type EventOf } from '@lotsennetz/kernel';
import type { MessageContent } from '../message/message.stream.js';

const schemas = defineEvents({
  InvitationLearnt: { recipientId: field.id(), invitation: field.integer(), validUntil: field.day() },
  InvitationRepeatLearnt: { invitation: field.integer(), validUntil: field.day() },
  /** It was accepted or taken back. */
  InvitationEndLearnt: {},
});

export type InvitationEvent = EventOf<typeof schemas>;

interface Known {
  readonly recipientId: string;
  readonly invitation: number;
  readonly validUntil: Day;
}
export type InvitationState = { readonly status: 'unknown' } | ({ readonly status: 'open' | 'over' } & Known);

/** What registration has told of the newest invitation of one membership. */
export const invitation = defineStream({
  service: 'notifications',
  category: 'invitation',
  schemas,
  initial: { status: 'unknown' },
  evolve,
});

function evolve(state: InvitationState, event: InvitationEvent): InvitationState {
  if (event.type === 'InvitationLearnt') return { status: 'open', ...event.data };
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'InvitationRepeatLearnt':
      return { ...state, ...event.data, status: 'open' };
    case 'InvitationEndLearnt':
      return { ...state, status: 'over' };
  }
}

/** Whether what a message offers can still be accepted: not after a later invitation, nor after its end. */
export function stillOpen({ params }: MessageContent, state: InvitationState, today: Day): boolean {
  return state.status === 'open' && state.invitation === params.invitation && today <= state.validUntil;
}
