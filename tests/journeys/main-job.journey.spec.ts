import { describeWithServer } from '@lotsennetz/testing';
import { readPdf } from './read-pdf.js';
import { distributedOnEventStoreDbStub, topologies, type OpenPlatform, type Platform } from './platform.js';

const days = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

const reportHashes = new Map<string, string>();

const everywhere = [
  ...(await topologies(process.env)),
  ['distributed, histories in the stub of an EventStoreDB', await distributedOnEventStoreDbStub()] as const,
];
for (const [name, found] of everywhere)
  describeWithServer(`the main job, ${name}`, found, (open) => mainJob(name, (tenant) => open()(tenant)));

it('reports the same, to the last digit of the hash, on every topology', () => {
  expect(new Set(reportHashes.values()).size).toBe(1);
});

/** The whole job over HTTP only. Steps build on each other, in order. */
function mainJob(topology: string, openPlatform: OpenPlatform): void {
  let platform: Platform;
  const known = { volunteers: [] as string[], course: '', certificate: '', request: '', proposal: '', placement: '' };

  beforeAll(async () => {
    platform = await openPlatform('netphen');
  }, 120_000);
  afterAll(() => platform.close());

  const ok = async (method: string, path: string, body?: unknown) => {
    const answer = await platform.call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  it('takes in interests and accepts people', async () => {
    const form = await platform.callPublic('POST', '/registration/netphen/interests', {
      givenName: 'Amira',
      familyName: 'Beispiel',
      email: 'amira.beispiel@example.org',
      languages: ['de', 'ar'],
    });
    expect(form.status).toBe(202);
    for (const givenName of ['Bela', 'Chiara', 'Дарина']) {
      const profile = {
        givenName,
        familyName: 'Muster',
        email: `${known.volunteers.length}.muster@example.org`,
        town: 'Netphen',
        postalCode: '57250',
        languages: ['de', 'ar', 'uk'],
        topics: ['forms', 'health'],
        availability: ['mon-morning', 'tue-evening'],
        capacity: 1,
        gender: 'female',
      };
      const { id } = await ok('POST', '/registration/netphen/volunteers', profile);
      await ok('POST', `/registration/netphen/volunteers/${id}/accept`);
      known.volunteers.push(id);
    }
    const active = await platform.eventually(
      () => ok('GET', '/registration/netphen/volunteers?status=active'),
      (page) => page.items.length === 3,
    );
    expect(active.items.map((each: { givenName: string }) => each.givenName).sort()).toEqual([
      'Bela',
      'Chiara',
      'Дарина',
    ]);
    const interested = await ok('GET', '/registration/netphen/volunteers?status=interested');
    expect(interested.items).toHaveLength(1);
  });

  it('plans a course from a curriculum and invites the interest list of the town', async () => {
    const modules = ['Recht und Politik', 'Soziale Sicherung', 'Eigene Grenzen'].map((title, index) => ({
      number: index + 1,
      title,
      minutes: 90,
    }));
    const curriculum = await ok('POST', '/training/netphen/curricula', {
      title: 'Qualifizierung Integrationslotsen',
      modules,
    });
    const sessions = modules.map(({ number }) => ({
      module: number,
      heldOn: days(number - 5),
      startsAt: '18:00',
      endsAt: '19:30',
    }));
    const course = await ok('POST', '/training/netphen/courses', {
      curriculumId: curriculum.id,
      code: 'NE-1',
      title: 'Qualifizierung Netphen',
      town: 'Netphen',
      seats: 2,
      sessions,
    });
    known.course = course.id;
    await platform.eventually(
      () =>
        ok('POST', `/training/netphen/courses/${course.id}/invitations`, { town: 'Netphen' }).then(() =>
          ok('GET', '/notifications/netphen/messages?limit=200'),
        ),
      (page) => page.items.filter((each: { template: string }) => each.template === 'invited').length === 3,
    );
  });

  it('enrols, keeps a waiting list, and promotes who waits when a seat is freed', async () => {
    const enrolments = `/training/netphen/courses/${known.course}/enrolments`;
    const [first, second, third] = known.volunteers;
    expect(await platform.call('POST', enrolments, { volunteerId: first })).toMatchObject({
      status: 201,
      body: { status: 'enrolled' },
    });
    expect(await platform.call('POST', enrolments, { volunteerId: first })).toMatchObject({
      status: 200,
      body: { status: 'enrolled' },
    });
    expect(await platform.call('POST', enrolments, { volunteerId: second })).toMatchObject({
      status: 201,
      body: { status: 'enrolled' },
    });
    expect(await platform.call('POST', enrolments, { volunteerId: third })).toMatchObject({
      status: 201,
      body: { status: 'waiting' },
    });
    await ok('DELETE', `${enrolments}/${second}`);
    const again = await platform.call('POST', enrolments, { volunteerId: third });
    expect(again).toMatchObject({ status: 200, body: { status: 'enrolled' } });
  });

  it('records attendance, completes, and certifies who missed at most one unit', async () => {
    const course = `/training/netphen/courses/${known.course}`;
    const [first, , third] = known.volunteers;
    for (const session of [1, 2, 3]) {
      const attendance = [
        { volunteerId: first, present: session !== 2 },
        { volunteerId: third, present: session === 1 },
      ];
      await ok('POST', `${course}/sessions/${session}/attendance`, { attendance });
    }
    await ok('POST', `${course}/complete`);
    await ok('POST', `${course}/complete`);
    const { items } = await platform.eventually(
      () => ok('GET', '/training/netphen/certificates'),
      (page) => page.items.length > 0,
    );
    expect(items).toMatchObject([{ volunteerId: first, number: 'NE-1-01' }]);
    known.certificate = items[0].id;
  });

  it('prints a certificate whose name can be read and whose QR code leads to its verification', async () => {
    const document = await platform.download(`/training/netphen/certificates/${known.certificate}.pdf`);
    const { text, qrCodes } = await readPdf(document);
    expect(text).toContain('Bela Muster');
    expect(qrCodes).toHaveLength(1);
    const path = new URL(qrCodes[0]!).pathname;
    const verified = await platform.callPublic('GET', path);
    expect(verified).toMatchObject({ status: 200, body: { valid: true, date: days(0) } });
    expect(JSON.stringify(verified.body)).not.toContain('Muster');
  });

  it('proposes the certified volunteer with reasons, and says why not where nobody fits', async () => {
    const wish = {
      askedBy: 'self',
      householdSize: 3,
      languages: ['ar'],
      topics: ['forms'],
      town: 'Netphen',
      postalCode: '57250',
      urgency: 'high',
      kind: 'one-off',
      availability: ['mon-morning'],
    };
    known.request = (await ok('POST', '/matching/netphen/requests', wish)).id;
    const hopeless = await ok('POST', '/matching/netphen/requests', { ...wish, languages: ['so'] });
    const computed = await platform.eventually(
      () => ok('POST', '/matching/netphen/proposals/compute'),
      async () => (await ok('GET', '/matching/netphen/proposals')).items.length > 0,
    );
    expect(computed.unmatched.map((each: { requestId: string }) => each.requestId)).toEqual([hopeless.id]);
    const { items } = await ok('GET', '/matching/netphen/proposals');
    expect(items).toMatchObject([{ requestId: known.request, volunteerId: known.volunteers[0], status: 'open' }]);
    expect(items[0].reasons.length).toBeGreaterThan(0);
    known.proposal = items[0].id;
  });

  it('confirms the placement and logs a visit', async () => {
    const proposal = `/matching/netphen/proposals/${known.proposal}`;
    await ok('POST', `${proposal}/accept`);
    await ok('POST', `${proposal}/confirm`);
    const { items } = await platform.eventually(
      () => ok('GET', '/matching/netphen/placements'),
      (page) => page.items.length === 1,
    );
    known.placement = items[0].id;
    await ok('POST', `/matching/netphen/placements/${known.placement}/visits`, { minutes: 45 });
  });

  it('wrote one message each, and no more', async () => {
    const expected = {
      invited: 3,
      enrolled: 2,
      waitlisted: 1,
      promoted: 1,
      'certificate-ready': 1,
      proposal: 1,
      'placement-confirmed': 1,
    };
    const sent = (page: { items: { template: string; status: string }[] }) =>
      page.items.filter((each) => each.status === 'sent');
    const total = Object.values(expected).reduce((sum, each) => sum + each, 0);
    const page = await platform.eventually(
      () => ok('GET', '/notifications/netphen/messages?limit=200'),
      (found) => sent(found).length >= total,
    );
    const counts = Object.fromEntries(
      Object.entries(Object.groupBy(sent(page), (each) => each.template)).map(([template, each]) => [
        template,
        each?.length,
      ]),
    );
    expect(counts).toEqual(expected);
  });

  it('reports what was true on a day, and what was known at a moment', async () => {
    const report = (query: string) => ok('GET', `/reporting/netphen/reports/integration?${query}`);
    const now = await platform.eventually(
      () => report(''),
      // The newest of all facts: a report taken before the visit is on the bus is right, and a different one.
      (found) => found.visits.logged === 1,
    );
    expect(now).toMatchObject({
      certificates: { total: 1 },
      courses: { completed: 1, units: 3, minutes: 270 },
      volunteers: { interested: 1, active: 3, paused: 0, left: 0 },
      requests: { received: 2, matched: 1, open: 1 },
      visits: { logged: 1, minutes: 45 },
    });
    reportHashes.set(topology, now.hash);
    const yesterday = await report(`asOf=${days(-1)}`);
    expect(yesterday).toMatchObject({
      certificates: { total: 0 },
      volunteers: { active: 0 },
      requests: { received: 0 },
    });

    const before = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await ok('POST', `/registration/netphen/volunteers/${known.volunteers[1]}/pause`);
    const paused = await platform.eventually(
      () => report(''),
      (found) => found.volunteers.paused === 1,
    );
    expect(paused.hash).not.toBe(now.hash);
    const asKnownBefore = await report(`knownAt=${before}`);
    expect(asKnownBefore.volunteers).toEqual({ interested: 1, active: 3, paused: 0, left: 0 });
    expect((await report(`knownAt=${before}`)).hash).toBe(asKnownBefore.hash);
    expect(
      (await platform.call('GET', '/reporting/netphen/reports/integration?knownAt=2999-01-01T00:00:00.000Z')).status,
    ).toBe(400);
  });
}
