import { day, instant, TenantScope, type Instant } from '@lotsennetz/kernel';
import { MemoryEventStore, recordedEvents } from '@lotsennetz/testing';
import { factCodes, facts, factsId, type FactData, type FactsEvent } from '../facts/facts.stream.js';
import { isCounted } from './counted-facts.js';
import { differenceCsv } from './difference.csv.js';
import { differenceBetween, placeOf, type TwoReports } from './difference.js';
import { integrationReportDefinition } from './integration-report.definition.js';

const scope = TenantScope.of('siegen');

/** A fact about `on`; what is recorded at once is so at noon. */
function fact(id: string, on: string, content: Partial<FactData> & { readonly fact: FactData['fact'] }): FactsEvent {
  const source = { sourceStream: 'matching.placement-siegen_1', sourceRevision: 3, sourceEvent: id };
  return {
    type: 'FactRecorded',
    happenedOn: day(on),
    data: { ...source, recordedAt: instant(`${on}T11:00:00Z`), ...content },
  };
}

const accepted = fact('e1', '2015-02-10', { fact: 'volunteer-accepted', volunteer: 'rosa' });
const requested = fact('e2', '2015-03-01', { fact: 'request-recorded', request: 'r1', kind: 'one-off' });
const visited = fact('e3', '2015-03-20', { fact: 'visit-logged', placement: 'p1', minutes: 45 });
const enteredInMay = instant('2015-05-02T08:00:00Z');
const certified = fact('e4', '2015-02-20', { fact: 'certificate-issued', recordedAt: enteredInMay });
const history = [visited, accepted, requested, certified];

async function between(
  from: string | readonly [day: string, knownAt: Instant],
  to: string | readonly [day: string, knownAt: Instant],
  rest: { readonly events?: readonly FactsEvent[]; readonly after?: string; readonly most?: number } = {},
) {
  const { events = history, ...page } = rest;
  const eventStore = new MemoryEventStore();
  await eventStore.append({
    stream: facts.name(scope, factsId),
    expectedRevision: -1,
    events: recordedEvents(facts, { id: factsId }, ...events),
  });
  const reports: TwoReports = { earlier: parametersOf(from), later: parametersOf(to) };
  return differenceBetween({ eventStore }, scope, { most: 100, timeZone: 'Europe/Berlin', ...reports, ...page });
}

function parametersOf(asked: string | readonly [day: string, knownAt: Instant]) {
  return typeof asked === 'string' ? { asOf: day(asked) } : { asOf: day(asked[0]), knownAt: asked[1] };
}

const idsOf = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);

describe('the difference between two reports', () => {
  it('is what happened after the one day, up to and including the other, in its order', async () => {
    expect(idsOf(await between('2015-02-10', '2015-03-20'))).toEqual(['e4', 'e2', 'e3']);
    expect(idsOf(await between('2015-02-20', '2015-03-19'))).toEqual(['e2']);
    expect(await between('2015-03-20', '2015-03-20')).toEqual([]);
  });

  it('tells ids and codes, and by how many days an entry is late', async () => {
    expect(await between('2015-02-10', '2015-03-01')).toEqual([
      {
        id: 'e4',
        stream: 'matching.placement-siegen_1',
        revision: 3,
        fact: 'certificate-issued',
        happenedOn: '2015-02-20',
        recordedAt: enteredInMay,
        daysLate: 71,
      },
      expect.objectContaining({ id: 'e2', request: 'r1', kind: 'one-off', daysLate: 0 }),
    ]);
  });

  it('counts lateness by the calendar of the tenant', async () => {
    const inTheNight = fact('e5', '2015-06-01', { fact: 'visit-logged', recordedAt: instant('2015-06-01T22:30:00Z') });
    const [event] = await between('2015-05-31', '2015-06-01', { events: [inTheNight] });
    expect(event?.daysLate).toBe(1);
  });

  it('holds what was entered later about the earlier day, when less was known of it', async () => {
    const april = instant('2015-04-01T00:00:00Z');
    expect(idsOf(await between(['2015-03-20', april], '2015-03-20'))).toEqual(['e4']);
    expect(idsOf(await between(['2015-02-10', april], ['2015-03-20', april]))).toEqual(['e2', 'e3']);
  });

  it('counts what ends because somebody is forgotten from the following day on, as the report does', async () => {
    const left = fact('e6', '2015-03-01', { fact: 'volunteer-left', volunteer: 'rosa', cause: 'erased' });
    expect(await between('2015-02-28', '2015-03-01', { events: [left] })).toEqual([]);
    expect(idsOf(await between('2015-03-01', '2015-03-02', { events: [left] }))).toEqual(['e6']);
  });

  it('comes page by page, none twice and none missing, whatever order facts arrived in', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      fact(`e${String((index * 17) % 40).padStart(2, '0')}`, `2015-01-${String(1 + (index % 9)).padStart(2, '0')}`, {
        fact: 'visit-logged',
      }),
    );
    const all = await between('2014-12-31', '2015-12-31', { events: many });
    expect(all.map(placeOf)).toEqual(all.map(placeOf).sort());
    const paged: string[] = [];
    for (let after = ''; paged.length < 40;) {
      const page = await between('2014-12-31', '2015-12-31', { events: many, after, most: 3 });
      paged.push(...idsOf(page));
      after = placeOf(page.at(-1)!);
    }
    expect(paged).toEqual(idsOf(all));
    expect(new Set(paged).size).toBe(40);
  });

  it('is one event a line as CSV', async () => {
    const [header, line] = differenceCsv(await between('2015-02-10', '2015-02-28')).split('\r\n');
    expect(header).toMatch(/^\uFEFFGeschehen am;Ereignis;Eingetragen;Tage später eingetragen;/);
    expect(line).toMatch(/^2015-02-20;Zertifikat ausgestellt;2015-05-02T08:00:00.000Z;71;/);
  });
});

describe('the facts that count', () => {
  const about = { volunteer: 'rosa', request: 'r1', units: 1, minutes: 1, persons: 1 };
  const interest = fact('e1', '2015-01-01', { fact: 'interest-registered', ...about });
  const request = fact('e2', '2015-01-01', { fact: 'request-recorded', ...about });

  // Some facts count from nothing, others only end what was there.
  it.each(factCodes)('%s changes a figure from nothing or from what was there, or is left out', (code) => {
    const next = fact('e3', '2015-02-01', { fact: code, ...about });
    const changes = (before: readonly FactsEvent[]) => figuresAfter([...before, next]) !== figuresAfter(before);
    expect(changes([]) || changes([interest, request])).toBe(isCounted(code));
  });
});

function figuresAfter(events: readonly FactsEvent[]): string {
  const definition = integrationReportDefinition;
  const tally = definition.initial();
  for (const { happenedOn = day('2015-01-01'), data } of events) definition.evolve(tally, { happenedOn, data });
  return JSON.stringify(definition.result(tally));
}
