import { randomBytes } from 'node:crypto';
import { training } from '@lotsennetz/contracts';
import { deriveId, isContract, type ContractEvent } from '@lotsennetz/kernel';
import type { LearntFromHost } from '../learn-from-host.decider.js';

export interface Concerned {
  readonly partner: string;
  readonly courseId: string;
  readonly enrolmentId: string;
  readonly learnt: LearntFromHost;
}

/** Whom a host's event concerns, and what it says of each. */
export function learntFrom(event: ContractEvent): readonly Concerned[] {
  if (isContract(training.guestPromoted, event)) return [{ ...event.data, learnt: { kind: 'promoted' } }];
  if (isContract(training.guestRemoved, event)) return [{ ...event.data, learnt: { kind: 'cancelled' } }];
  if (isContract(training.guestAttendanceRecorded, event)) {
    const { attendance, session, ...of } = event.data;
    return attendance.map(({ enrolmentId, present }) => ({
      ...{ ...of, enrolmentId },
      learnt: { kind: 'marked', session, present },
    }));
  }
  if (isContract(training.guestSessionMadeUp, event)) {
    const { session, ...of } = event.data;
    return [{ ...of, learnt: { kind: 'made-up', session } }];
  }
  if (isContract(training.guestPassed, event)) {
    const { number, ...of } = event.data;
    const verificationCode = randomBytes(16).toString('hex');
    const certificateId = deriveId('certificate', verificationCode);
    return [{ ...of, learnt: { kind: 'passed', number, certificateId, verificationCode } }];
  }
  return [];
}
