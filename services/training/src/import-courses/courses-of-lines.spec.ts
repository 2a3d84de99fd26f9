import { readCsv } from '@lotsennetz/platform';
import { courseColumns } from './course-columns.js';
import { coursesOfLines } from './courses-of-lines.js';

const header = 'Kurs;Titel;Ort;Modul;Modultitel;Datum;Von;Bis;Dozent (Stelle)';

function coursesIn(...lines: readonly string[]) {
  const read = readCsv([header, ...lines].join('\n'), courseColumns);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return coursesOfLines(read.lines);
}

describe('the courses of a file', () => {
  it('are one for each code, whatever the order of the lines', () => {
    const courses = coursesIn(
      'SI-1;Lotsen;Siegen;2;Arbeit;24.02.2015;18:00;19:30;Jobcenter',
      'KR-1;Lotsen;Kreuztal;1;Recht;19.02.2015;18:00;20:00;',
      'si-1;Lotsen;Siegen;1;Recht;17.02.2015;18:00;19:30;AWO',
    );
    expect(courses).toEqual([
      {
        line: 2,
        plan: expect.objectContaining({
          courseCode: 'SI-1',
          waitingList: true,
          maxMissed: 1,
          sessions: [
            expect.objectContaining({ number: 1, title: 'Recht', heldOn: '2015-02-17', lecturer: 'AWO' }),
            expect.objectContaining({ number: 2, title: 'Arbeit', minutes: 90 }),
          ],
        }),
      },
      { line: 3, plan: expect.objectContaining({ courseCode: 'KR-1', town: 'Kreuztal' }) },
    ]);
    expect(courses).not.toEqual([
      expect.objectContaining({ plan: expect.objectContaining({ seats: expect.anything() }) }),
    ]);
  });

  it('are refused with every line that does not fit', () => {
    const result = coursesIn(
      'SI-1;Lotsen;Siegen;1;Recht;17.02.2015;18:00;19:30;',
      'SI-1;Anders;Netphen;1;Recht;17.02.2015;18:00;18:00;',
    );
    expect(result).toEqual({
      errors: ['Titel', 'Ort', 'Modul', 'Bis'].map((column) => expect.objectContaining({ line: 3, column })),
    });
  });
});
