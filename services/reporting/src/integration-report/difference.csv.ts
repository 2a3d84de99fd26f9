import { writeCsv } from '@lotsennetz/platform';
import type { CountedFact } from './counted-facts.js';
import type { DifferenceEvent } from './difference.js';

const names: Readonly<Record<CountedFact, string>> = {
  'interest-registered': 'Interesse gemeldet',
  'volunteer-accepted': 'Freiwillige/r aufgenommen',
  'volunteer-declined': 'Freiwillige/r abgelehnt',
  'volunteer-paused': 'Freiwillige/r pausiert',
  'volunteer-resumed': 'Freiwillige/r wieder dabei',
  'volunteer-left': 'Freiwillige/r ausgeschieden',
  'newcomer-registered': 'Haushalt erfasst',
  'course-completed': 'Kurs abgeschlossen',
  'certificate-issued': 'Zertifikat ausgestellt',
  'request-recorded': 'Anfrage eingegangen',
  'request-withdrawn': 'Anfrage zurückgezogen',
  'placement-confirmed': 'Begleitung begonnen',
  'visit-logged': 'Besuch eingetragen',
  'placement-ended': 'Begleitung beendet',
};

type Cell = string | number | undefined;
const columns: readonly (readonly [title: string, cell: (event: DifferenceEvent) => Cell])[] = [
  ['Geschehen am', ({ happenedOn }) => happenedOn],
  ['Ereignis', ({ fact }) => names[fact]],
  ['Eingetragen', ({ recordedAt }) => recordedAt],
  ['Tage später eingetragen', ({ daysLate }) => daysLate],
  ['Freiwillige/r', ({ volunteer }) => volunteer],
  ['Haushalt', ({ newcomer }) => newcomer],
  ['Kurs', ({ course }) => course],
  ['Zertifikat', ({ certificate }) => certificate],
  ['Anfrage', ({ request }) => request],
  ['Begleitung', ({ placement }) => placement],
  ['Ort', ({ town }) => town],
  ['Dringlichkeit', ({ urgency }) => urgency],
  ['Art', ({ kind }) => kind],
  ['Grund', ({ reason, cause }) => reason ?? cause],
  ['Einheiten', ({ units }) => units],
  ['Minuten', ({ minutes }) => minutes],
  ['Personen', ({ persons }) => persons],
  ['Kennung', ({ id }) => id],
  ['Strom', ({ stream }) => stream],
  ['Revision', ({ revision }) => revision],
];

/** What makes the difference between two reports, for spreadsheets: one event a line, German labels. */
export function differenceCsv(events: readonly DifferenceEvent[]): string {
  return writeCsv(
    columns.map(([title]) => title),
    events.map((event) => columns.map(([, cell]) => cell(event))),
  );
}
