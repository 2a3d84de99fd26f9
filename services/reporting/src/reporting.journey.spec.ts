import { createHash } from 'node:crypto';
import { matching, registration, training } from '@lotsennetz/contracts';
import {
  deriveId,
  progressCollection,
  TenantScope,
  type ContractEvent,
  type ContractType,
  type DataOfContract,
} from '@lotsennetz/kernel';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { factConsumers, reporting } from './index.js';

describe('the integration report over HTTP', () => {
  let platform: TestDeployment;
  const token = 'analyst-of-siegen';
  const volunteers = ['rosa', 'emre', 'ines', 'walid'].map((name) => deriveId('volunteer', name));
  const [rosa = '', emre = '', ines = '', walid = ''] = volunteers;
  const courseId = deriveId('course', 'SI-1');
  const course = { courseId, courseCode: 'SI-1', courseTitle: 'Integrationslotsen' };
  const requestId = deriveId('request', '1');
  const placement = { placementId: deriveId('placement', '1'), requestId, volunteerId: rosa };

  const revisions = new Map<string, number>();
  /** A published event; the revision is the next of its stream. */
  function published<Of extends { readonly type: ContractType }>(
    contract: Of,
    at: { stream: string; on: string; recordedAt?: string },
    data: DataOfContract<Of>,
  ): ContractEvent {
    const stream = at.stream as ContractEvent['stream'];
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    return {
      id: deriveId('event', stream, String(revision)) as ContractEvent['id'],
      type: contract.type,
      stream,
      revision,
      recordedAt: (at.recordedAt ?? `${at.on}T10:00:00.000Z`) as ContractEvent['recordedAt'],
      happenedOn: at.on as ContractEvent['happenedOn'],
      tenant: 'siegen' as ContractEvent['tenant'],
      correlationId: 'test',
      data,
    };
  }
  const profile = { languages: ['de'], topics: [], availability: [], capacity: 1, gender: 'unknown' } as const;
  const personal = { sealed: 'x', subject: 'x', purpose: 'name', origin: 'x/givenName' } as const;
  const volunteerStream = (id: string) => `registration.volunteer-siegen_${id}`;
  const interest = (volunteerId: string, on: string) =>
    published(
      registration.interestRegistered,
      { stream: volunteerStream(volunteerId), on },
      { volunteerId, givenName: personal, familyName: personal, ...profile },
    );
  const accepted = (volunteerId: string, on: string) =>
    published(registration.volunteerAccepted, { stream: volunteerStream(volunteerId), on }, { volunteerId });

  const publish = (topic: string, ...events: readonly ContractEvent[]) =>
    platform.service('reporting').bus.publish(topic, events);
  const report = (query = '', headers: Record<string, string> = {}) =>
    platform.call('GET', `/reporting/siegen/reports/integration${query}`, { token, headers });

  beforeAll(async () => {
    platform = await startForTest([reporting]);
    const access = { stream: 'registration.tenant-siegen_siegen', on: '2015-01-01' };
    const tokenHash = createHash('sha256').update(token).digest('hex');
    await publish(
      'registration',
      published(registration.tenantFounded, access, {
        name: 'Siegen',
        kind: 'municipality',
        timeZone: 'Europe/Berlin',
      }),
      published(registration.tokenCreated, access, { tokenId: deriveId('token'), tokenHash, role: 'analyst' }),
    );
    await platform.settled();
    await publish('registration', ...volunteers.map((id) => interest(id, '2015-02-01')));
    await publish(
      'registration',
      accepted(rosa, '2015-02-10'),
      accepted(emre, '2015-02-10'),
      published(
        registration.volunteerPaused,
        { stream: volunteerStream(emre), on: '2015-06-01' },
        { volunteerId: emre },
      ),
      published(
        registration.volunteerDeclined,
        { stream: volunteerStream(walid), on: '2015-03-01' },
        { volunteerId: walid },
      ),
    );
    const inCourse = { stream: `training.course-siegen_${courseId}`, on: '2015-05-30' };
    await publish(
      'training',
      published(training.courseCompleted, inCourse, { ...course, units: 5, minutes: 900 }),
      ...[rosa, emre].map((volunteerId, index) =>
        published(training.certificateIssued, inCourse, {
          ...course,
          volunteerId,
          certificateId: deriveId('certificate', volunteerId),
          number: `SI-1-0${index + 1}`,
        }),
      ),
    );
    const request = { stream: `matching.request-siegen_${requestId}`, on: '2015-06-02' };
    await publish(
      'matching',
      published(matching.requestRecorded, request, {
        requestId,
        urgency: 'normal',
        kind: 'one-off',
        languages: ['ar'],
        topics: ['health'],
      }),
      published(
        matching.placementConfirmed,
        { stream: 'matching.placement-siegen_1', on: '2015-06-10', recordedAt: '2015-06-20T08:00:00.000Z' },
        placement,
      ),
      published(
        matching.visitLogged,
        { stream: 'matching.placement-siegen_1', on: '2015-06-12', recordedAt: '2015-06-20T08:00:00.000Z' },
        { ...placement, minutes: 45 },
      ),
    );
  });
  afterAll(() => platform.close());

  it('waits for what was published a moment ago', async () => {
    const late = deriveId('volunteer', 'late');
    await publish('registration', interest(late, '2015-07-01'));
    expect((await report('?asOf=2015-07-01')).body.volunteers.interested).toBe(2);
  });

  it('shows what had happened by a day', async () => {
    expect((await report('?asOf=2015-06-30')).body).toMatchObject({
      tenant: 'siegen',
      asOf: '2015-06-30',
      knownAt: null,
      certificates: { total: 2, byYear: { 2015: 2 } },
      courses: { completed: 1, units: 5, minutes: 900 },
      volunteers: { interested: 1, active: 1, paused: 1, left: 0 },
      requests: { received: 1, matched: 1, open: 0 },
      placements: { started: 1, running: 1, ended: 0 },
      visits: { logged: 1, minutes: 45 },
      definition: { name: 'integration-report', version: 2 },
    });
    expect((await report('?asOf=2015-05-29')).body).toMatchObject({
      certificates: { total: 0, byYear: {} },
      volunteers: { interested: 1, active: 2, paused: 0, left: 0 },
      requests: { received: 0, matched: 0, open: 0 },
    });
  });

  it('shows only what was recorded by a moment', async () => {
    const before = await report('?asOf=2015-06-30&knownAt=2015-06-15T00:00:00Z');
    expect(before.body).toMatchObject({ requests: { matched: 0, open: 1 }, visits: { logged: 0 } });
    const after = await report('?asOf=2015-06-30&knownAt=2015-06-20T10:00:00%2B02:00');
    expect(after.body).toMatchObject({ knownAt: '2015-06-20T08:00:00.000Z', requests: { matched: 1 } });
  });

  it('gives the same hash for the same question, and another for another', async () => {
    const [first, again, other] = [
      await report('?asOf=2015-06-30'),
      await report('?asOf=2015-06-30'),
      await report('?asOf=2015-06-29'),
    ];
    expect(again.body).toEqual(first.body);
    expect(first.body.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(other.body.hash).not.toBe(first.body.hash);
  });

  it('events that come twice count once', async () => {
    const before = await report('?asOf=2015-12-31');
    revisions.delete(volunteerStream(ines));
    await publish('registration', interest(ines, '2015-02-01'));
    expect((await report('?asOf=2015-12-31')).body).toEqual(before.body);
  });

  it('writes CSV, asked for by format or Accept', async () => {
    const csv = await report('?asOf=2015-06-30&format=csv');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.body).toContain('Zertifikate gesamt;2\r\nZertifikate 2015;2\r\n');
    const accepted = await report('?asOf=2015-06-30', { accept: 'text/csv' });
    expect(accepted.body).toBe(csv.body);
  });

  const difference = (query: string) =>
    platform.call('GET', `/reporting/siegen/reports/integration/difference?${query}`, { token });

  it('tells event by event what makes two days differ, page by page', async () => {
    const whole = await difference('from=2015-06-01&to=2015-06-12');
    expect(whole.body.items).toMatchObject([
      { fact: 'request-recorded', happenedOn: '2015-06-02', request: requestId, daysLate: 0 },
      { fact: 'placement-confirmed', happenedOn: '2015-06-10', recordedAt: '2015-06-20T08:00:00.000Z', daysLate: 10 },
      { fact: 'visit-logged', happenedOn: '2015-06-12', minutes: 45, daysLate: 8 },
    ]);
    const first = await difference('from=2015-06-01&to=2015-06-12&limit=2');
    const second = await difference(`from=2015-06-01&to=2015-06-12&limit=2&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items]).toEqual(whole.body.items);
    expect([whole.body.next, second.body.next]).toEqual([null, null]);
    expect((await difference(`from=2015-06-02&to=2015-06-12&cursor=${first.body.next}`)).status).toBe(400);
  });

  it('tells what was entered later about a day', async () => {
    const late = await difference('from=2015-06-12&to=2015-06-12&fromKnownAt=2015-06-15T00:00:00Z');
    expect(late.body.items).toMatchObject([{ fact: 'placement-confirmed' }, { fact: 'visit-logged' }]);
  });

  it('gives the difference as CSV too', async () => {
    const csv = await difference('from=2015-06-01&to=2015-06-12&format=csv');
    expect(csv.headers.get('content-disposition')).toContain('unterschied-siegen-2015-06-01-2015-06-12.csv');
    expect(csv.body.split('\r\n')).toHaveLength(5);
    expect(csv.body).toContain('2015-06-12;Besuch eingetragen;2015-06-20T08:00:00.000Z;8;');
  });

  it.each([
    'from=2015-06-02&to=2015-06-01',
    'to=2015-06-01',
    'from=2015-06-01&to=2015-06-02&knownAt=2999-01-01T00:00:00Z',
    'from=2015-06-01&to=2015-06-02&knownAt=2015-06-01T00:00:00Z&fromKnownAt=2015-06-02T00:00:00Z',
  ])('refuses the difference %s', async (query) => {
    const answer = await difference(query);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
  });

  it('says 503 rather than a report that misses something', async () => {
    const { bus, readModels } = platform.service('reporting');
    const backlog = bus.backlog.bind(bus);
    bus.backlog = () => Promise.resolve(1);
    const behind = await report();
    bus.backlog = backlog;
    expect([behind.status, behind.body.code, behind.headers.get('retry-after')]).toEqual([503, 'view-behind', '2']);
    const consumer = factConsumers.training;
    const parked = { since: '2015-06-01T08:00:00.000Z', reason: 'unknown', waiting: 1 };
    const row = { consumer, stream: 'training.course-siegen_x', lastRevision: 3, parked };
    const change = { collection: progressCollection, scope: TenantScope.of('siegen'), id: 'x' };
    await readModels.commit([{ ...change, row }]);
    expect((await report()).body.code).toBe('view-behind');
    await readModels.commit([{ ...change, row: null }]);
    expect((await report()).status).toBe(200);
  });

  it.each(['?knownAt=2999-01-01T00:00:00Z', '?asOf=2015-02-30', '?knownAt=yesterday', '?format=pdf', '?x=1'])(
    'refuses %s',
    async (query) => {
      const answer = await report(query);
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
    },
  );
});
