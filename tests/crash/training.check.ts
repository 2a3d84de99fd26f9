import type { RecordedEvent } from '@lotsennetz/kernel';
import { ofCategory, type History } from './history.js';

interface Course {
  readonly seats?: number;
  readonly courseCode: string;
  readonly volunteerId: string;
  readonly number: string;
  readonly verificationCode: string;
}

/** Read from the events alone, without the service's own fold. */
export function trainingFaults(history: History): readonly string[] {
  const courses = [...ofCategory(history, 'course').values()];
  const codes = courses.flatMap(certificatesOf).map(({ verificationCode }) => verificationCode);
  return [
    ...courses.flatMap(seatFaults),
    ...courses.flatMap(certificateFaults),
    ...(new Set(codes).size === codes.length ? [] : ['a verification code is there twice']),
  ];
}

const seatTaken: Readonly<Record<string, number>> = { VolunteerEnrolled: 1, VolunteerPromoted: 1 };

function seatFaults(course: History): readonly string[] {
  const seats = dataOf(course[0]).seats ?? Infinity;
  const seated = new Set<string>();
  const faults: string[] = [];
  for (const event of course) {
    const { volunteerId, courseCode } = dataOf(event);
    if (seatTaken[event.type]) {
      if (seated.has(volunteerId)) faults.push(`${courseCode}: ${volunteerId} got a second seat`);
      seated.add(volunteerId);
    }
    if (event.type === 'EnrolmentCancelled') seated.delete(volunteerId);
    if (seated.size > seats) faults.push(`${courseCode}: ${seated.size} people on ${seats} seats`);
  }
  return faults;
}

function certificateFaults(course: History): readonly string[] {
  const { courseCode } = dataOf(course[0]);
  const issued = certificatesOf(course);
  const expected = issued.map((_, index) => `${courseCode}-${String(index + 1).padStart(2, '0')}`);
  const people = new Set(issued.map(({ volunteerId }) => volunteerId));
  return [
    ...(issued.map(({ number }) => number).join() === expected.join()
      ? []
      : [`${courseCode}: numbers have gaps or repeat`]),
    ...(people.size === issued.length ? [] : [`${courseCode}: somebody has two certificates`]),
    ...(course.filter(({ type }) => type === 'CourseCompleted').length > 1
      ? [`${courseCode} was completed twice`]
      : []),
  ];
}

function certificatesOf(course: History): readonly Course[] {
  return course.filter(({ type }) => type === 'CertificateIssued').map(dataOf);
}

function dataOf(event: RecordedEvent | undefined): Course {
  return (event?.data ?? {}) as Course;
}
