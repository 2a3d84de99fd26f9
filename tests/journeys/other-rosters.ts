import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SeededRandom } from '../seeded-random.js';

/** What the rosters say, counted while they were written. */
export interface RosterTruth {
  readonly interestedSince: readonly { readonly on: string; readonly active: boolean }[];
  readonly completedOn: readonly string[];
  readonly certifiedOn: readonly string[];
  readonly requestedOn: readonly string[];
}

export const unitsPerCourse = 9;
const firstYear = 2009;
const lastYear = 2022;
const perCourse = 24;

const german = (day: string) => day.split('-').reverse().join('.');
const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/**
 * Rosters of a town the platform has never seen: nine units of 90 minutes, a course each year from 2009 to 2022,
 * hundreds of people; commas or semicolons, with and without BOM, quoted cells, rows of absence left out.
 */
export function writeOtherRosters(folder: string, seed: number): RosterTruth {
  const random = new SeededRandom(seed);
  const truth = {
    interestedSince: [] as { on: string; active: boolean }[],
    completedOn: [] as string[],
    certifiedOn: [] as string[],
    requestedOn: [] as string[],
  };
  const volunteers = ['Nachname,Vorname,E-Mail,Ort,PLZ,Sprachen,Themen,Interesse seit,Status'];
  const courses = ['Kurs;Titel;Ort;Modul;Modultitel;Datum;Von;Bis;Dozent (Stelle)'];
  const attendance = ['Kurs;E-Mail;Modul;Anwesend'];
  for (let year = firstYear; year <= lastYear; year++) {
    const code = `WF-${year}`;
    for (let unit = 1; unit <= unitsPerCourse; unit++)
      courses.push(
        `${code};"Lotsen ""${year}""; Herbst";Wolfenbüttel;${unit};Einheit ${unit};${german(iso(year, 9, 1 + unit * 7))};17:00;18:30;BIZ`,
      );
    truth.completedOn.push(iso(year, 9, 1 + unitsPerCourse * 7));
    for (let person = 0; person < perCourse; person++)
      writePerson({ random, truth, volunteers, attendance }, { code, year, person });
  }
  const requests = [
    'Kürzel;Anfrage von;Personen im Haushalt;Sprachen;Themen;Dringlichkeit;Art;Verfügbarkeit;Eingang am',
  ];
  for (let number = 1; number <= 300; number++) {
    const on = iso(firstYear + random.below(lastYear - firstYear + 1), 1 + random.below(12), 1 + random.below(28));
    truth.requestedOn.push(on);
    requests.push(
      `WF-A${number};Schule;${1 + random.below(6)};${random.chance(0.5) ? 'ar' : 'fa,de'};Behörde;normal;einmalig;Mo-abends;${german(on)}`,
    );
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'leute.csv'), volunteers.join('\n'));
  writeFileSync(join(folder, 'alle-kurse.csv'), `\uFEFF${courses.join('\r\n')}\r\n`);
  writeFileSync(join(folder, 'teilnahme.csv'), attendance.join('\r\n'));
  writeFileSync(join(folder, 'wer-sucht.csv'), `\uFEFF${requests.join('\n')}\n`);
  return truth;
}

interface Sheets {
  readonly random: SeededRandom;
  readonly truth: { readonly interestedSince: { on: string; active: boolean }[]; readonly certifiedOn: string[] };
  readonly volunteers: string[];
  readonly attendance: string[];
}

function writePerson(
  { random, truth, volunteers, attendance }: Sheets,
  { code, year, person }: { readonly code: string; readonly year: number; readonly person: number },
): void {
  const email = `lotse.${year}.${person}@example.org`;
  const since = iso(year, 1 + random.below(8), 1 + random.below(28));
  const active = random.chance(0.95);
  truth.interestedSince.push({ on: since, active });
  volunteers.push(
    `"Muster, ${year}",Person ${person},${email},Wolfenbüttel,38300,"de,ar",Behörde,${since},${active ? '' : 'interessiert'}`,
  );
  if (!active) return;
  const missed = random.pick([0, 0, 1, 1, 2, 4]) ?? 0;
  for (let unit = 1; unit <= unitsPerCourse; unit++) {
    if (unit > missed) attendance.push(`${code};${email};${unit};ja`);
    else if (random.chance(0.5)) attendance.push(`${code};${email};${unit};nein`);
  }
  if (missed <= 1) truth.certifiedOn.push(iso(year, 9, 1 + unitsPerCourse * 7));
}
