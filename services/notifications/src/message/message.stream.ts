import { defineEvents, defineStream, field, type DataOf, type EventOf, type Instant } from '@lotsennetz/kernel';

/** Every kind of message; each has a text in templates/. Stored: the list only grows. */
export const templateCodes = [
  'invited',
  'enrolled',
  'waitlisted',
  'promoted',
  'reminder',
  'certificate-ready',
  'proposal',
  'placement-confirmed',
  'membership-invited',
  'second-factor-reset',
] as const;
export type TemplateCode = (typeof templateCodes)[number];

export const messageLanguages = ['de', 'en'] as const;
export type MessageLanguage = (typeof messageLanguages)[number];

/** Why an attempt failed, or why there will be none. */
const failureReasons = [
  'unreachable',
  'rejected',
  'unknown-recipient',
  'no-address',
  'erased',
  'invitation-over',
  'restricted',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** What a text is filled with: facts that say nothing personal. Name and address are opened when the message is sent. */
const params = {
  courseId: field.optional(field.id()),
  courseCode: field.optional(field.publicText('code of a course')),
  courseTitle: field.optional(field.publicText('title of a course')),
  town: field.optional(field.publicText('an area of thousands of people')),
  heldOn: field.optional(field.day()),
  startsAt: field.optional(field.time()),
  sessionNumber: field.optional(field.integer()),
  sessionTitle: field.optional(field.publicText('content of a curriculum')),
  certificateId: field.optional(field.id()),
  certificateNumber: field.optional(field.publicText('number of a document')),
  requestId: field.optional(field.id()),
  proposalId: field.optional(field.id()),
  placementId: field.optional(field.id()),
  membershipId: field.optional(field.id()),
  /** Which invitation of the membership, from 1. */
  invitation: field.optional(field.integer()),
  /** The last day of what is offered. */
  validUntil: field.optional(field.day()),
  topics: field.optional(field.list(field.topic())),
  languages: field.optional(field.list(field.language())),
} as const;

const schemas = defineEvents({
  MessageQueued: {
    template: field.code(...templateCodes),
    recipientId: field.id(),
    channel: field.code('mail'),
    dueAt: field.instant(),
    params: field.record(params),
  },
  MessageSent: { attempt: field.integer(), language: field.code(...messageLanguages) },
  SendingFailed: { attempt: field.integer(), reason: field.code(...failureReasons), retryAt: field.instant() },
  MessageGivenUp: { attempt: field.integer(), reason: field.code(...failureReasons) },
  MessageRequeued: { dueAt: field.instant() },
  /** It will never be sent. */
  MessageWithdrawn: { reason: field.code('erased', 'invitation-over') },
});

export type MessageEvent = EventOf<typeof schemas>;
export type MessageParams = DataOf<typeof params>;

/** What is to be sent to whom. */
export interface MessageContent {
  readonly template: TemplateCode;
  readonly recipientId: string;
  readonly params: MessageParams;
}

export type MessageState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'queued';
      readonly content: MessageContent;
      readonly dueAt: Instant;
      /** All attempts so far. */
      readonly attempts: number;
      /** Those since it was last queued; they decide how long to wait. */
      readonly failures: number;
    }
  | { readonly status: 'sent' | 'given-up' | 'withdrawn'; readonly content: MessageContent; readonly attempts: number };

/** One message to one person, from the reason to write until it is sent or given up. */
export const message = defineStream({
  service: 'notifications',
  category: 'message',
  schemas,
  initial: { status: 'unknown' },
  evolve,
});

function evolve(state: MessageState, event: MessageEvent): MessageState {
  if (event.type === 'MessageQueued') {
    const { template, recipientId, params, dueAt } = event.data;
    return { status: 'queued', content: { template, recipientId, params }, dueAt, attempts: 0, failures: 0 };
  }
  if (state.status === 'unknown') return state;
  const { content, attempts } = state;
  switch (event.type) {
    case 'MessageSent':
      return { status: 'sent', content, attempts: event.data.attempt };
    case 'MessageGivenUp':
      return { status: 'given-up', content, attempts: event.data.attempt };
    case 'SendingFailed': {
      const failures = state.status === 'queued' ? state.failures + 1 : 1;
      return { status: 'queued', content, dueAt: event.data.retryAt, attempts: event.data.attempt, failures };
    }
    case 'MessageWithdrawn':
      return { status: 'withdrawn', content, attempts };
    case 'MessageRequeued':
      return { status: 'queued', content, dueAt: event.data.dueAt, attempts, failures: 0 };
  }
}
