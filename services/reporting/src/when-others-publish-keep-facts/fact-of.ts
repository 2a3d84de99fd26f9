import { matching, registration, training } from '@lotsennetz/contracts';
import type { Contract, ContractEvent, ContractType, DataOf, Shape } from '@lotsennetz/kernel';
import type { FactData } from '../facts/facts.stream.js';
import type { SourceFact } from './keep-facts.decider.js';

type Content = Omit<FactData, 'sourceStream' | 'sourceRevision' | 'sourceEvent' | 'recordedAt'>;

/** What of each contract reports need: ids, codes and figures, nothing personal. */
const contents = new Map<string, (data: object) => Content>([
  from(registration.interestRegistered, ({ volunteerId, town }) => ({
    fact: 'interest-registered',
    volunteer: volunteerId,
    ...(town === undefined ? {} : { town }),
  })),
  from(registration.volunteerAccepted, ({ volunteerId }) => ({ fact: 'volunteer-accepted', volunteer: volunteerId })),
  from(registration.volunteerDeclined, ({ volunteerId }) => ({ fact: 'volunteer-declined', volunteer: volunteerId })),
  from(registration.volunteerPaused, ({ volunteerId }) => ({ fact: 'volunteer-paused', volunteer: volunteerId })),
  from(registration.volunteerResumed, ({ volunteerId }) => ({ fact: 'volunteer-resumed', volunteer: volunteerId })),
  from(registration.volunteerLeft, ({ volunteerId, cause }) => ({
    fact: 'volunteer-left',
    volunteer: volunteerId,
    ...because(cause),
  })),
  from(registration.newcomerRegistered, ({ newcomerId, householdSize, town }) => ({
    fact: 'newcomer-registered',
    newcomer: newcomerId,
    persons: householdSize,
    ...(town === undefined ? {} : { town }),
  })),
  from(training.coursePlanned, ({ courseId, town }) => ({ fact: 'course-planned', course: courseId, town })),
  from(training.volunteerInvited, (data) => ({ fact: 'volunteer-invited', ...participation(data) })),
  from(training.volunteerEnrolled, (data) => ({ fact: 'volunteer-enrolled', ...participation(data) })),
  from(training.volunteerWaitlisted, (data) => ({ fact: 'volunteer-waitlisted', ...participation(data) })),
  from(training.volunteerPromoted, (data) => ({ fact: 'volunteer-promoted', ...participation(data) })),
  from(training.enrolmentCancelled, (data) => ({
    fact: 'enrolment-cancelled',
    ...participation(data),
    ...because(data.cause),
  })),
  from(training.courseCompleted, ({ courseId, units, minutes }) => ({
    fact: 'course-completed',
    course: courseId,
    units,
    minutes,
  })),
  from(training.certificateIssued, (data) => ({
    fact: 'certificate-issued',
    ...participation(data),
    certificate: data.certificateId,
  })),
  from(matching.requestRecorded, ({ requestId, urgency, kind }) => ({
    fact: 'request-recorded',
    request: requestId,
    urgency,
    kind,
  })),
  from(matching.requestWithdrawn, ({ requestId, cause }) => ({
    fact: 'request-withdrawn',
    request: requestId,
    ...because(cause),
  })),
  from(matching.proposalMade, (data) => ({ fact: 'proposal-made', ...proposal(data) })),
  from(matching.proposalAccepted, (data) => ({ fact: 'proposal-accepted', ...proposal(data) })),
  from(matching.proposalDeclined, (data) => ({ fact: 'proposal-declined', ...proposal(data) })),
  from(matching.proposalExpired, (data) => ({ fact: 'proposal-expired', ...proposal(data), ...because(data.cause) })),
  from(matching.placementConfirmed, (data) => ({ fact: 'placement-confirmed', ...placement(data) })),
  from(matching.visitLogged, (data) => ({ fact: 'visit-logged', ...placement(data), minutes: data.minutes })),
  from(matching.placementEnded, (data) => ({ fact: 'placement-ended', ...placement(data), reason: data.reason })),
]);

/** The fact that a contract event is; undefined when no report needs it. */
export function factOf(event: ContractEvent): SourceFact | undefined {
  const content = contents.get(event.type)?.(event.data);
  if (!content) return undefined;
  const { id, stream, revision, recordedAt, happenedOn } = event;
  return {
    happenedOn,
    data: { ...content, sourceStream: stream, sourceRevision: revision, sourceEvent: id, recordedAt },
  };
}

/** An entry of the table; the compiler checks the content against the contract's shape. */
function from<Type extends ContractType, Of extends Shape>(
  contract: Contract<Type, Of>,
  content: (data: DataOf<Of>) => Content,
): readonly [string, (data: object) => Content] {
  return [contract.type, content as (data: object) => Content];
}

function participation(data: { readonly courseId: string; readonly volunteerId: string }) {
  return { course: data.courseId, volunteer: data.volunteerId };
}

function proposal(data: { readonly proposalId: string; readonly requestId: string; readonly volunteerId: string }) {
  return { proposal: data.proposalId, request: data.requestId, volunteer: data.volunteerId };
}

function placement(data: { readonly placementId: string; readonly requestId: string; readonly volunteerId: string }) {
  return { placement: data.placementId, request: data.requestId, volunteer: data.volunteerId };
}

function because(cause: 'erased' | undefined) {
  return cause === undefined ? {} : { cause };
}
