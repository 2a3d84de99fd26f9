import type { ServiceDefinition } from '@lotsennetz/platform';
import { OldMail } from './empty-old-mail/old-mail.js';
import { MessageListHttp } from './message-list/message-list.http.js';
import { OwnMessagesHttp } from './message-list/own-messages.http.js';
import { MessagePreviewHttp } from './message-preview/message-preview.http.js';
import { MessageQueue } from './message-queue.js';
import { outbox } from './outbox/outbox.view.js';
import { reminderPlan } from './remind-of-sessions/reminder-plan.projection.js';
import { Reminders } from './remind-of-sessions/reminders.js';
import { RetryMessageHttp } from './retry-message/retry-message.http.js';
import { mailProvider } from './send-messages/mail-provider.js';
import { MessageDelivery } from './send-messages/message-delivery.js';
import { MessageSender } from './send-messages/message-sender.js';
import { WhenCourseChangedKnowCourse } from './when-course-changed-know-course/when-course-changed-know-course.js';
import { MessageForgetter } from './when-erasure-ordered-withdraw-messages/message-forgetter.js';
import { WhenMatchingConcernsSomebodyWrite } from './when-matching-concerns-somebody-write/when-matching-concerns-somebody-write.js';
import { WhenTrainingConcernsSomebodyWrite } from './when-training-concerns-somebody-write/when-training-concerns-somebody-write.js';
import { WhenPersonInvitedWrite } from './when-person-invited-write/when-person-invited-write.js';
import { WhenSecondFactorResetWrite } from './when-second-factor-reset-write/when-second-factor-reset-write.js';
import { WhenVolunteerRegisteredKnowContact } from './when-volunteer-registered-know-contact/when-volunteer-registered-know-contact.js';

/** Writes to people in their language, once for each reason, and shows what was written. */
export const notifications: ServiceDefinition = {
  name: 'notifications',
  purposes: ['name', 'contact'],
  projections: [outbox, reminderPlan],
  published: [],
  forgets: MessageForgetter,
  controllers: [
    WhenVolunteerRegisteredKnowContact,
    WhenCourseChangedKnowCourse,
    WhenTrainingConcernsSomebodyWrite,
    WhenMatchingConcernsSomebodyWrite,
    WhenPersonInvitedWrite,
    WhenSecondFactorResetWrite,
    MessageListHttp,
    OwnMessagesHttp,
    MessagePreviewHttp,
    RetryMessageHttp,
  ],
  providers: [MessageQueue, Reminders, MessageDelivery, MessageSender, OldMail, mailProvider],
  figures: [
    { label: 'Nachrichten versandt', view: outbox, filter: { status: 'sent' } },
    { label: 'Nachrichten wartend', view: outbox, filter: { status: 'queued' } },
    { label: 'Nachrichten aufgegeben', view: outbox, filter: { status: 'given-up' } },
  ],
};
