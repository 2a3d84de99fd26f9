import { training } from '@lotsennetz/contracts';
import { isContract, type ContractEvent } from '@lotsennetz/kernel';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { MessageQueue } from '../message-queue.js';
import type { MessageContent } from '../message/message.stream.js';

const consumer = 'notifications.when-training-concerns-somebody-write';
const types = [
  training.volunteerInvited,
  training.volunteerEnrolled,
  training.volunteerWaitlisted,
  training.volunteerPromoted,
  training.certificateIssued,
].map(({ type }) => type);

/** Invitations, seats, waiting lists and certificates. */
@Controller()
export class WhenTrainingConcernsSomebodyWrite {
  constructor(private readonly queue: MessageQueue) {}

  @EventPattern('training', { consumer, types })
  async write(@Payload() event: ContractEvent): Promise<void> {
    const content = contentFor(event);
    if (content) await this.queue.writeBecauseOf(event, consumer, content);
  }
}

function contentFor(event: ContractEvent): MessageContent | undefined {
  if (isContract(training.volunteerInvited, event)) {
    const { volunteerId: recipientId, startsOn, ...params } = event.data;
    return { template: 'invited', recipientId, params: { ...params, heldOn: startsOn } };
  }
  if (isContract(training.certificateIssued, event)) {
    const { volunteerId: recipientId, number, ...params } = event.data;
    return { template: 'certificate-ready', recipientId, params: { ...params, certificateNumber: number } };
  }
  if (isContract(training.volunteerEnrolled, event)) return aboutCourse('enrolled', event.data);
  if (isContract(training.volunteerWaitlisted, event)) return aboutCourse('waitlisted', event.data);
  if (isContract(training.volunteerPromoted, event)) return aboutCourse('promoted', event.data);
  return undefined;
}

function aboutCourse(
  template: 'enrolled' | 'waitlisted' | 'promoted',
  data: {
    readonly volunteerId: string;
    readonly courseId: string;
    readonly courseCode: string;
    readonly courseTitle: string;
  },
): MessageContent {
  const { volunteerId: recipientId, courseId, courseCode, courseTitle } = data;
  return { template, recipientId, params: { courseId, courseCode, courseTitle } };
}
