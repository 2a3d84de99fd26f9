import { dayCell, textCell, timeCell, wholeNumberCell, type LineOf } from '@lotsennetz/platform';

/** Columns of `kurse.csv`: a line for each session. */
export const courseColumns = {
  courseCode: { header: 'Kurs', read: textCell(40) },
  courseTitle: { header: 'Titel', read: textCell(200) },
  town: { header: 'Ort', read: textCell(100) },
  number: { header: 'Modul', read: wholeNumberCell(1, 200) },
  title: { header: 'Modultitel', read: textCell(200) },
  heldOn: { header: 'Datum', read: dayCell },
  startsAt: { header: 'Von', read: timeCell },
  endsAt: { header: 'Bis', read: timeCell },
  lecturer: { header: 'Dozent (Stelle)', read: textCell(200), optional: true },
} as const;

export type CourseLine = LineOf<typeof courseColumns>;
