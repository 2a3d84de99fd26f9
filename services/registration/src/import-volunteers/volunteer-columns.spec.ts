import { readCsv } from '@lotsennetz/platform';
import { volunteerColumns } from './volunteer-columns.js';

const header =
  'Vorname;Nachname;E-Mail;Telefon;PLZ;Ort;Geburtsjahr;Geschlecht;Sprachen;Themen;Verfügbarkeit;' +
  'Höchstzahl Begleitungen;Träger;Eigene Migrationserfahrung;Interesse seit;Höchstentfernung km;Status';
const cells = {
  Vorname: 'Elif',
  Nachname: 'Fischbach',
  'E-Mail': 'elif.fischbach@example.org',
  Telefon: '0271 55500001',
  PLZ: '57080',
  Ort: 'Siegen',
  Geburtsjahr: '1969',
  Geschlecht: 'w',
  Sprachen: 'de,ar',
  Themen: 'Behörde,Arzt',
  Verfügbarkeit: 'Mo-vormittags,Fr-abends',
  'Höchstzahl Begleitungen': '2',
  Träger: 'Caritas',
  'Eigene Migrationserfahrung': 'nein',
  'Interesse seit': '06.01.2015',
  'Höchstentfernung km': '15',
  Status: 'interessiert',
};
const read = (changed: Partial<typeof cells> = {}) =>
  readCsv(`${header}\n${Object.values({ ...cells, ...changed }).join(';')}\n`, volunteerColumns);

describe('a line of a roster', () => {
  it('says all there is to say of a volunteer', () => {
    expect(read()).toEqual({
      lines: [
        {
          line: 2,
          givenName: 'Elif',
          familyName: 'Fischbach',
          email: 'elif.fischbach@example.org',
          phone: '0271 55500001',
          postalCode: '57080',
          town: 'Siegen',
          birthYear: 1969,
          gender: 'female',
          languages: ['de', 'ar'],
          topics: ['public-authorities', 'health'],
          availability: ['mon-morning', 'fri-evening'],
          capacity: 2,
          carrier: 'Caritas',
          ownMigrationExperience: false,
          interestedSince: '2015-01-06',
          maxDistanceKm: 15,
          status: 'interested',
        },
      ],
    });
  });

  it('needs a name and a day only', () => {
    expect(readCsv('Vorname;Nachname;Interesse seit\nElif;Fischbach;06.01.2015', volunteerColumns)).toEqual({
      lines: [{ line: 2, givenName: 'Elif', familyName: 'Fischbach', interestedSince: '2015-01-06' }],
    });
  });

  it.each([
    ['Vorname', ''],
    ['Nachname', 'x'.repeat(101)],
    ['E-Mail', 'elif'],
    ['Telefon', 'keins'],
    ['PLZ', '5708'],
    ['Ort', 'x'.repeat(101)],
    ['Geburtsjahr', '69'],
    ['Geschlecht', 'f'],
    ['Sprachen', 'Deutsch'],
    ['Themen', 'Zauberei'],
    ['Verfügbarkeit', 'Mo'],
    ['Höchstzahl Begleitungen', '21'],
    ['Träger', 'x'.repeat(101)],
    ['Eigene Migrationserfahrung', 'vielleicht'],
    ['Interesse seit', '31.02.2015'],
    ['Höchstentfernung km', '2,5'],
    ['Status', 'pausiert'],
  ])('is refused for a wrong %s', (column, text) => {
    expect(read({ [column]: text })).toEqual({ errors: [expect.objectContaining({ line: 2, column })] });
  });
});
