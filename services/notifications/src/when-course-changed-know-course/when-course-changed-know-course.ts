import { training } from '@lotsennetz/contracts';
import { isContract, type ContractEvent } from '@lotsennetz/kernel';
import { Commands } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { course, type CourseEvent } from '../course/course.stream.js';
import { knowCourse } from './know-course.decider.js';

const consumer = 'notifications.when-course-changed-know-course';
const types = [
  training.coursePlanned,
  training.volunteerEnrolled,
  training.volunteerPromoted,
  training.enrolmentCancelled,
].map(({ type }) => type);

/** Dates and participants of courses, for the reminders. */
@Controller()
export class WhenCourseChangedKnowCourse {
  constructor(private readonly commands: Commands) {}

  @EventPattern('training', { consumer, types })
  async learn(@Payload() event: ContractEvent): Promise<void> {
    const learnt = learntFrom(event);
    if (learnt)
      await this.commands.react(event, consumer, {
        stream: course,
        id: learnt.id,
        decide: knowCourse,
        command: learnt.fact,
      });
  }
}

function learntFrom(event: ContractEvent): { readonly id: string; readonly fact: CourseEvent } | undefined {
  const { happenedOn } = event;
  if (isContract(training.coursePlanned, event)) {
    const { courseId, ...data } = event.data;
    return { id: courseId, fact: { type: 'CourseLearnt', happenedOn, data } };
  }
  if (isContract(training.volunteerEnrolled, event) || isContract(training.volunteerPromoted, event)) {
    const { courseId, volunteerId } = event.data;
    return { id: courseId, fact: { type: 'SeatTaken', happenedOn, data: { volunteerId } } };
  }
  if (isContract(training.enrolmentCancelled, event)) {
    const { courseId, volunteerId } = event.data;
    return { id: courseId, fact: { type: 'SeatFreed', happenedOn, data: { volunteerId } } };
  }
  return undefined;
}
