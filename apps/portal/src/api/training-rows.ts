import type { Answer, Row } from './answers.js';

export type CourseSummary = Row<'/training/{tenant}/courses'>;
export type CourseDetails = Answer<'/training/{tenant}/courses/{id}'>;
export type Mark = CourseDetails['enrolled'][number]['attendance'][number]['mark'];

/** Somebody in a course. Of a partner's guest the name stays with the partner: `AWO Siegen, 3`. */
export type Named = CourseDetails['waiting'][number] | CourseDetails['invited'][number];

export type CurriculumRow = Row<'/training/{tenant}/curricula'>;
export type CertificateRow = Row<'/training/{tenant}/certificates'>;
