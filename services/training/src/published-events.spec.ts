import { training } from '@lotsennetz/contracts';
import { misfits, type Contract } from '@lotsennetz/kernel';
import { recordedEvents } from '@lotsennetz/testing';
import { course } from './course/course.stream.js';
import {
  attendance,
  cancelled,
  certified,
  completed,
  emre,
  enrolled,
  invited,
  madeUp,
  plan,
  plannedWith,
  promoted,
  rosa,
  waitlisted,
} from './example-facts.js';
import { publishedEvents } from './published-events.js';

const lectured = plan.sessions.map((session) => ({ ...session, lecturer: 'Jobcenter' }));
const facts = recordedEvents(
  course,
  { id: 'si' },
  ...[plannedWith({ sessions: lectured }), invited(rosa), enrolled(rosa), waitlisted(emre), cancelled(rosa)],
  ...[promoted(emre), attendance(1, { [emre]: true }), madeUp(2, emre), certified(emre, 1), completed],
);
const contracts: readonly Contract[] = Object.values(training);
const published = facts.flatMap((fact) => publishedEvents.flatMap((publish) => publish(fact) ?? []));

describe('what training tells others', () => {
  it('is one contract for each fact but attendance', () => {
    expect(published.map(({ type, revision }) => [type.split('.')[1], revision])).toEqual([
      ['course-planned', 0],
      ['volunteer-invited', 1],
      ['volunteer-enrolled', 2],
      ['volunteer-waitlisted', 3],
      ['enrolment-cancelled', 4],
      ['volunteer-promoted', 5],
      ['certificate-issued', 8],
      ['course-completed', 9],
    ]);
  });

  it('holds what the contracts say and nothing else', () => {
    for (const { type, data } of published) {
      const shape = contracts.find((contract) => contract.type === type)?.shape ?? {};
      expect(misfits(shape, data)).toEqual([]);
    }
    expect(published[0]?.data).toMatchObject({ courseId: 'si', sessions: plan.sessions });
  });

  it('leaves out who lectures and how a certificate is verified', () => {
    expect(JSON.stringify(published)).not.toMatch(/Jobcenter|verificationCode|11111111/);
  });
});
