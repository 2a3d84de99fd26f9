import { day, instant, TenantScope, type Day } from '@lotsennetz/kernel';
import { MemoryEventStore, recordedEvents } from '@lotsennetz/testing';
import { facts, factsId, type FactData, type FactsEvent } from '../facts/facts.stream.js';
import { integrationReportCsv } from './integration-report.csv.js';
import { integrationReport } from './integration-report.js';

const scope = TenantScope.of('siegen');
const now = instant('2016-01-01T00:00:00Z');
let made = 0;

type Extra = Partial<Omit<FactData, 'recordedAt'>> & { readonly recordedAt?: string };

function fact(code: FactData['fact'], on: string, { recordedAt, ...extra }: Extra = {}): FactsEvent {
  made += 1;
  const data = {
    fact: code,
    sourceStream: `source-${made}`,
    sourceRevision: 0,
    sourceEvent: `event-${String(made).padStart(4, '0')}`,
    recordedAt: instant(recordedAt ?? `${on}T12:00:00Z`),
    ...extra,
  };
  return { type: 'FactRecorded', happenedOn: day(on), data };
}

async function reportOn(events: readonly FactsEvent[], asOf: string, knownAt?: string) {
  const eventStore = new MemoryEventStore();
  const stream = facts.name(scope, factsId);
  if (events.length > 0)
    await eventStore.append({
      stream,
      expectedRevision: -1,
      events: recordedEvents(facts, { id: factsId }, ...events),
    });
  return integrationReport({ eventStore }, scope, {
    asOf: day(asOf),
    knownAt: knownAt === undefined ? undefined : instant(knownAt),
    now,
  });
}

const rosa = { volunteer: 'rosa' };
const course = { course: 'SI-1' };
const placement = { placement: 'p1', request: 'r1', volunteer: 'rosa' };

describe('the integration report', () => {
  it('an empty history has figures too: zeros', async () => {
    expect(await reportOn([], '2015-12-31')).toMatchObject({
      tenant: 'siegen',
      certificates: { total: 0, byYear: {} },
      volunteers: { interested: 0, active: 0, paused: 0, left: 0 },
      positions: { reporting: -1 },
    });
  });

  it('counts certificates by the year they were issued in', async () => {
    const events = [fact('certificate-issued', '2014-07-01'), fact('certificate-issued', '2015-07-01')];
    expect((await reportOn([...events, fact('certificate-issued', '2015-08-01')], '2015-12-31')).certificates).toEqual({
      total: 3,
      byYear: { 2014: 1, 2015: 2 },
    });
  });

  it('sums the courses completed by then', async () => {
    const events = [
      fact('course-planned', '2015-01-05', course),
      fact('course-completed', '2015-05-30', { ...course, units: 5, minutes: 900 }),
      fact('course-completed', '2015-11-30', { course: 'SI-2', units: 9, minutes: 810 }),
    ];
    expect((await reportOn(events, '2015-11-29')).courses).toEqual({ completed: 1, units: 5, minutes: 900 });
    expect((await reportOn(events, '2015-11-30')).courses).toEqual({ completed: 2, units: 14, minutes: 1710 });
  });

  it.each([
    ['interest-registered', { interested: 1 }],
    ['volunteer-accepted', { active: 1 }],
    ['volunteer-paused', { paused: 1 }],
    ['volunteer-resumed', { active: 1 }],
    ['volunteer-left', { left: 1 }],
    ['volunteer-declined', {}],
  ] as const)('after %s a person counts in %j and nowhere else', async (code, expected) => {
    const events = [fact('interest-registered', '2015-01-01', rosa), fact(code, '2015-02-01', rosa)];
    const none = { interested: 0, active: 0, paused: 0, left: 0 };
    expect((await reportOn(events, '2015-12-31')).volunteers).toEqual({ ...none, ...expected });
  });

  it('who comes back after leaving is active again', async () => {
    const events = (['volunteer-accepted', 'volunteer-left', 'volunteer-accepted'] as const).map((code, index) =>
      fact(code, `2015-0${index + 1}-01`, rosa),
    );
    expect((await reportOn(events, '2015-02-15')).volunteers).toMatchObject({ active: 0, left: 1 });
    expect((await reportOn(events, '2015-03-01')).volunteers).toMatchObject({ active: 1, left: 0 });
  });

  it('what ends because somebody is forgotten counts from the next day on, in figures and hash', async () => {
    const before = [
      fact('volunteer-accepted', '2015-01-01', rosa),
      fact('request-recorded', '2015-01-02', { request: 'r1' }),
      fact('request-recorded', '2015-01-02', { request: 'r2' }),
      fact('placement-confirmed', '2015-02-01', placement),
    ];
    const forgotten = [
      fact('volunteer-left', '2015-03-01', { ...rosa, cause: 'erased' }),
      fact('request-withdrawn', '2015-03-01', { request: 'r2', cause: 'erased' }),
      fact('placement-ended', '2015-03-01', { ...placement, reason: 'erased' }),
    ];
    const { positions: _, ...then } = await reportOn(before, '2015-03-01');
    expect(await reportOn([...before, ...forgotten], '2015-03-01')).toMatchObject(then);
    expect(await reportOn([...before, ...forgotten], '2015-03-02')).toMatchObject({
      volunteers: { active: 0, left: 1 },
      requests: { received: 2, matched: 1, open: 0 },
      placements: { started: 1, running: 0, ended: 1 },
    });
  });

  it('a request is open until it is confirmed or withdrawn, and stays matched when the placement ends', async () => {
    const events = [
      fact('request-recorded', '2015-01-01', { request: 'r1' }),
      fact('request-recorded', '2015-01-02', { request: 'r2' }),
      fact('request-recorded', '2015-01-03', { request: 'r3' }),
      fact('proposal-made', '2015-01-04', { request: 'r1' }),
      fact('placement-confirmed', '2015-02-01', placement),
      fact('request-withdrawn', '2015-02-02', { request: 'r2' }),
      fact('visit-logged', '2015-02-10', { ...placement, minutes: 40 }),
      fact('visit-logged', '2015-02-17', { ...placement, minutes: 50 }),
      fact('placement-ended', '2015-03-01', { ...placement, reason: 'done' }),
    ];
    expect(await reportOn(events, '2015-01-31')).toMatchObject({
      requests: { received: 3, matched: 0, open: 3 },
      placements: { started: 0, running: 0, ended: 0 },
    });
    expect(await reportOn(events, '2015-02-28')).toMatchObject({
      requests: { received: 3, matched: 1, open: 1 },
      placements: { started: 1, running: 1, ended: 0 },
      visits: { logged: 2, minutes: 90 },
    });
    expect(await reportOn(events, '2015-03-01')).toMatchObject({
      requests: { received: 3, matched: 1, open: 1 },
      placements: { started: 1, running: 0, ended: 1 },
    });
  });

  it('counts households and the people in them', async () => {
    const events = [
      fact('newcomer-registered', '2015-01-01', { newcomer: 'n1', persons: 5 }),
      fact('newcomer-registered', '2015-01-02', { newcomer: 'n2', persons: 2 }),
    ];
    expect((await reportOn(events, '2015-12-31')).households).toEqual({ registered: 2, persons: 7 });
  });

  it('a late entry belongs to its day, but nobody knew it before it was recorded', async () => {
    const events = [fact('certificate-issued', '2015-05-30', { recordedAt: '2015-11-02T09:00:00Z' })];
    expect((await reportOn(events, '2015-06-30')).certificates.total).toBe(1);
    expect((await reportOn(events, '2015-06-30', '2015-11-02T08:59:59Z')).certificates.total).toBe(0);
    expect((await reportOn(events, '2015-06-30', '2015-11-02T09:00:00Z')).certificates.total).toBe(1);
  });

  it('of facts about one day the one recorded last decides, then the one with the later id', async () => {
    const [first, second] = [
      fact('volunteer-paused', '2015-06-01', { ...rosa, recordedAt: '2015-06-01T10:00:00Z' }),
      fact('volunteer-resumed', '2015-06-01', { ...rosa, recordedAt: '2015-06-01T10:00:00Z' }),
    ];
    const last = fact('volunteer-left', '2015-06-01', { ...rosa, recordedAt: '2015-06-01T10:00:00.001Z' });
    for (const events of [
      [first, second],
      [second, first],
    ])
      expect((await reportOn(events, '2015-12-31')).volunteers).toMatchObject({ active: 1, paused: 0 });
    expect((await reportOn([last, second, first], '2015-12-31')).volunteers).toMatchObject({ left: 1, active: 0 });
  });

  it('whatever order the facts arrive in, figures and hash are the same', async () => {
    const history = manyFacts(300);
    const expected = await reportOn(history, '2015-10-01', '2015-11-01T00:00:00Z');
    for (const seed of [1, 2, 3]) {
      const { positions: _, ...shuffled } = await reportOn(
        shuffle(history, seed),
        '2015-10-01',
        '2015-11-01T00:00:00Z',
      );
      const { positions: __, ...inOrder } = expected;
      expect(shuffled).toEqual(inOrder);
    }
  });

  it('the hash depends on day, moment, tenant and figures, the positions on what was read', async () => {
    const events = [fact('volunteer-accepted', '2015-01-01', rosa)];
    const report = await reportOn(events, '2015-12-31');
    const others = [
      await reportOn(events, '2015-12-30'),
      await reportOn(events, '2015-12-31', '2015-12-31T00:00:00Z'),
      await reportOn([...events, fact('certificate-issued', '2015-01-01')], '2015-12-31'),
    ];
    expect(new Set([report, ...others].map(({ hash }) => hash)).size).toBe(4);
    const readMore = await reportOn([...events, fact('course-planned', '2015-02-01')], '2015-12-31');
    expect(readMore.hash).toBe(report.hash);
    expect(readMore.positions).not.toEqual(report.positions);
  });

  it('refuses to say what will be known', async () => {
    await expect(reportOn([], '2015-12-31', '2016-01-01T00:00:00.001Z')).rejects.toThrow(RangeError);
  });

  it('writes one figure a line as CSV', async () => {
    const report = await reportOn([fact('certificate-issued', '2015-05-30')], '2015-12-31');
    const lines = integrationReportCsv(report).split('\r\n');
    expect(lines[0]).toBe('\uFEFFKennzahl;Wert');
    expect(lines).toEqual(
      expect.arrayContaining(['Mandant;siegen', 'Zertifikate gesamt;1', 'Zertifikate 2015;1', 'Anfragen offen;0']),
    );
    expect(lines).toContain(`Prüfsumme;${report.hash}`);
  });
});

/** A history of many people and requests, with days that repeat and late entries, the same in every run. */
function manyFacts(count: number): readonly FactsEvent[] {
  const random = randomNumbers(7);
  const codes = ['interest-registered', 'volunteer-accepted', 'volunteer-paused', 'volunteer-left'] as const;
  return Array.from({ length: count }, (_, index) => {
    const on: Day = day(`2015-${pad(1 + random(12))}-${pad(1 + random(28))}`);
    const recordedAt = `2015-${pad(1 + random(12))}-01T00:00:0${random(3)}Z`;
    if (index % 5 === 0) return fact('request-recorded', on, { request: `r${random(20)}`, recordedAt });
    if (index % 7 === 0) return fact('placement-confirmed', on, { request: `r${random(20)}`, recordedAt });
    if (index % 11 === 0) return fact('course-completed', on, { course: `c${random(4)}`, units: index, recordedAt });
    return fact(codes[random(4)] ?? 'volunteer-left', on, { volunteer: `v${random(30)}`, recordedAt });
  });
}

function shuffle<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const random = randomNumbers(seed);
  return items
    .map((item) => ({ item, rank: random(1_000_000) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** Whole numbers below a bound, the same for the same seed (Lehmer). */
function randomNumbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}

const pad = (number: number) => String(number).padStart(2, '0');
