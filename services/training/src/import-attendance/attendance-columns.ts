import { emailCell, textCell, wholeNumberCell, yesNoCell, type LineOf } from '@lotsennetz/platform';

/** Columns of `anwesenheit.csv`: a line for each person and session. */
export const attendanceColumns = {
  courseCode: { header: 'Kurs', read: textCell(40) },
  email: { header: 'E-Mail', read: emailCell },
  session: { header: 'Modul', read: wholeNumberCell(1, 200) },
  present: { header: 'Anwesend', read: yesNoCell },
} as const;

export type AttendanceLine = LineOf<typeof attendanceColumns>;
