import { registration } from '@lotsennetz/contracts';
import { day, deriveId, instantOf, TenantScope } from '@lotsennetz/kernel';
import { Commands } from '@lotsennetz/platform';
import { startForTest, type Answer, type TestDeployment } from '@lotsennetz/platform/testing';
import { course } from './course/course.stream.js';
import { acceptedVolunteer, published, tenantWithTokens, volunteerIdOf } from './example-registration.js';
import { takeGuestSeat } from './guest-seat.decider.js';
import { GuestSeats } from './guest-seats.js';
import { training } from './index.js';
import { readPdf } from './read-pdf.js';
import { GuestSeatSweep } from './release-unsettled-guest-seats/guest-seat-sweep.js';

const [host, partner, stranger] = ['siegen', 'awo-siegen', 'kreuztal'] as const;
const names = { [host]: 'Stadt Siegen', [partner]: 'AWO Siegen', [stranger]: 'Stadt Kreuztal' };
const rosa = volunteerIdOf('rosa');
const emre = volunteerIdOf('emre');
const [olena, ivan, maria] = [volunteerIdOf('olena'), volunteerIdOf('ivan'), volunteerIdOf('maria')];

describe('a course shared by agreement, over HTTP', () => {
  let platform: TestDeployment;
  let revision = 0;

  beforeAll(async () => {
    platform = await startForTest([training]);
    const { bus, keys } = platform.service('training');
    for (const [tenant, name] of Object.entries(names))
      await bus.publish('registration', tenantWithTokens(tenant, name, ['trainer']));
    for (const [key, givenName, familyName, tenant] of [
      ['rosa', 'Rosa', 'Nassauer', host],
      ['emre', 'Emre', 'Lindner', host],
      ['olena', 'Olena', 'Kowalenko', partner],
      ['ivan', 'Iwan', 'Petrenko', partner],
      ['maria', 'Maria', 'Schneider', partner],
    ] as const)
      await bus.publish('registration', await acceptedVolunteer(keys, tenant, { key, givenName, familyName }));
    await sign(host, partner);
    await sign(partner, host);
  });
  afterAll(() => platform.close());

  async function tell(tenant: string, contract: Parameters<typeof published>[0], other: string, data: object) {
    revision += 1;
    const event = published(contract, { tenant, id: `agreement-${other}`, revision }, { partner: other, ...data });
    await platform.service('training').bus.publish('registration', [event]);
    await platform.settled();
  }
  const sign = (tenant: string, other: string) =>
    tell(tenant, registration.agreementSigned, other, { shares: ['courses'] });
  const end = (tenant: string, other: string) => tell(tenant, registration.agreementEnded, other, {});
  const as = (tenant: string) => (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    platform.call(method, `/training/${tenant}${path}`, {
      body,
      token: `${tenant}-trainer`,
      ...(headers ? { headers } : {}),
    });
  const [atHost, atPartner, atStranger] = [as(host), as(partner), as(stranger)];
  const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code];

  const evening = (heldOn: string) => ({ heldOn, startsAt: '18:00', endsAt: '19:30', title: 'Recht' });
  async function planned(code: string, more: object = {}): Promise<string> {
    const sessions = [evening('2026-01-06'), evening('2099-01-13')];
    const body = { code, title: 'Lotsen', town: 'Siegen', sessions, seats: 3, ...more };
    const answer = await atHost('POST', '/courses', body);
    expect(answer.status).toBe(201);
    return answer.body.id as string;
  }
  async function shared(code: string, more: object = {}, seats?: number): Promise<string> {
    const id = await planned(code, more);
    const terms = { partner, ...(seats === undefined ? {} : { seats }) };
    expect((await atHost('POST', `/courses/${id}/shares`, terms)).status).toBe(200);
    return id;
  }
  const enrolOwn = (id: string, volunteerId: string) => atHost('POST', `/courses/${id}/enrolments`, { volunteerId });
  const enrolGuest = (id: string, volunteerId: string, headers?: Record<string, string>) =>
    atPartner('POST', `/shared-courses/${host}/${id}/enrolments`, { volunteerId }, headers);
  const withdraw = (id: string, volunteerId: string) =>
    atPartner('DELETE', `/shared-courses/${host}/${id}/enrolments/${volunteerId}`);
  async function sheet(id: string) {
    await platform.settled();
    return (await atHost('GET', `/courses/${id}`)).body;
  }
  async function seenByPartner(id: string) {
    await platform.settled();
    const { body } = await atPartner('GET', '/shared-courses');
    return (body.items as { id: string }[]).find((each) => each.id === id) as Record<string, never> | undefined;
  }

  it('is shared only with whom both have signed with, and only that one course', async () => {
    const id = await planned('A-1');
    await planned('A-2');
    expect(codeOf(await atHost('POST', `/courses/${id}/shares`, { partner: stranger }))).toEqual([409, 'no-agreement']);
    expect(codeOf(await atHost('POST', `/courses/${id}/shares`, { partner: 'nobody' }))).toEqual([409, 'no-agreement']);
    expect((await atHost('POST', `/courses/${id}/shares`, { partner })).status).toBe(200);
    await platform.settled();
    const { body } = await atPartner('GET', '/shared-courses');
    expect(body.items).toEqual([
      {
        ...{
          host,
          hostName: 'Stadt Siegen',
          id,
          title: 'Lotsen',
          town: 'Siegen',
          open: true,
          seatsLeft: 3,
          people: [],
        },
        sessions: ['2026-01-06', '2099-01-13'].map((heldOn, index) => ({ number: index + 1, ...evening(heldOn) })),
      },
    ]);
    expect((await atStranger('GET', '/shared-courses')).body.items).toEqual([]);
    expect((await atHost('GET', '/shared-courses')).body.items).toEqual([]);
    expect((await platform.call('GET', `/training/${host}/courses`, { token: `${partner}-trainer` })).status).toBe(404);
  });

  it('answers alike whatever is not open to the partner', async () => {
    const id = await shared('B-1');
    const closed = await planned('B-2');
    const answers = [
      await enrolGuest(closed, olena),
      await enrolGuest(rosa, olena),
      await atPartner('POST', `/shared-courses/${stranger}/${id}/enrolments`, { volunteerId: olena }),
      await atPartner('POST', `/shared-courses/nobody/${id}/enrolments`, { volunteerId: olena }),
      await atStranger('POST', `/shared-courses/${host}/${id}/enrolments`, { volunteerId: olena }),
    ];
    const [first] = answers;
    expect(codeOf(first!)).toEqual([404, 'not-found']);
    for (const each of answers) expect(each.body).toEqual(first!.body);
    expect(codeOf(await enrolGuest(id, rosa))).toEqual([404, 'unknown-volunteer']);
    expect(codeOf(await withdraw(id, olena))).toEqual([404, 'not-found']);
  });

  it('keeps one waiting list for both, and the names of each with whom they belong to', async () => {
    const id = await shared('C-1', { seats: 2 });
    expect((await enrolOwn(id, rosa)).body.status).toBe('enrolled');
    const first = await enrolGuest(id, olena, { 'idempotency-key': 'olena' });
    expect([first.status, first.body.status]).toEqual([201, 'enrolled']);
    const again = await enrolGuest(id, olena, { 'idempotency-key': 'olena' });
    expect(again.body).toEqual(first.body);
    expect((await enrolGuest(id, ivan)).body.status).toBe('waiting');
    expect((await enrolOwn(id, emre)).body.status).toBe('waiting');
    expect((await atHost('DELETE', `/courses/${id}/enrolments/${rosa}`)).status).toBe(200);
    const atSheet = await sheet(id);
    expect(atSheet.enrolled).toMatchObject([{ alias: 'AWO Siegen, 1' }, { alias: 'AWO Siegen, 2', partner }]);
    expect(atSheet.waiting).toMatchObject([{ givenName: 'Emre' }]);
    expect(await seenByPartner(id)).toMatchObject({
      seatsLeft: 0,
      people: expect.arrayContaining([
        expect.objectContaining({ volunteerId: olena, familyName: 'Kowalenko', status: 'enrolled' }),
        expect.objectContaining({ volunteerId: ivan, familyName: 'Petrenko', status: 'enrolled' }),
      ]),
    });
    expect((await withdraw(id, olena)).status).toBe(200);
    expect((await withdraw(id, olena)).status).toBe(200);
    expect((await sheet(id)).enrolled).toMatchObject([{ alias: 'AWO Siegen, 2' }, { givenName: 'Emre' }]);
    // The key of the first enrolment again: its answer, but no seat that nobody confirmed.
    expect((await enrolGuest(id, olena, { 'idempotency-key': 'olena' })).body).toEqual(first.body);
    expect((await sheet(id)).waiting).toEqual([]);

    const ofHost = JSON.stringify(await sheet(id));
    for (const secret of [olena, ivan, 'Olena', 'Kowalenko', 'Petrenko']) expect(ofHost).not.toContain(secret);
    const ofPartner = JSON.stringify((await atPartner('GET', '/shared-courses')).body);
    for (const secret of [rosa, emre, 'Rosa', 'Nassauer', 'Lindner']) expect(ofPartner).not.toContain(secret);
    const { eventStore } = platform.service('training');
    const history = JSON.stringify(await eventStore.readStream(course.name(TenantScope.of(host), id), 0, 1000));
    expect(history).not.toContain(olena);
    expect(history).not.toContain(deriveId('token', partner, 'trainer'));
  });

  it('brings attendance, and a certificate in the own name, to the partner', async () => {
    const sessions = [evening('2026-01-06'), evening('2026-01-13')];
    const id = await shared('D-1', { sessions, maxMissed: 1 });
    await enrolOwn(id, rosa);
    await enrolGuest(id, olena);
    await enrolGuest(id, ivan);
    const [, first, second] = (await sheet(id)).enrolled as { volunteerId: string }[];
    const mark = (n: number, marks: readonly (readonly [string, boolean])[]) =>
      atHost('POST', `/courses/${id}/sessions/${n}/attendance`, {
        attendance: marks.map(([volunteerId, present]) => ({ volunteerId, present })),
      });
    const [olenaThere, ivanHere] = [first!.volunteerId, second!.volunteerId];
    await mark(1, [
      [rosa, true],
      [olenaThere, true],
      [ivanHere, false],
    ]);
    await atHost('POST', `/courses/${id}/sessions/2/make-ups`, { volunteerId: olenaThere, on: '2026-01-20' });
    const completed = await atHost('POST', `/courses/${id}/complete`, {});
    expect(completed.body.certificates).toBe(1);
    expect(codeOf(await enrolGuest(id, maria))).toEqual([409, 'course-completed']);
    expect(codeOf(await withdraw(id, ivan))).toEqual([409, 'course-completed']);
    const people = (await seenByPartner(id))?.['people'] as unknown as { volunteerId: string; certificateId: string }[];
    const of = (volunteerId: string) => people.find((each) => each.volunteerId === volunteerId)!;
    expect(of(olena)).toMatchObject({
      attendance: [
        { session: 1, mark: 'present' },
        { session: 2, mark: 'made-up' },
      ],
    });
    expect(of(ivan)).toMatchObject({ attendance: [{ mark: 'absent' }, { mark: 'unrecorded' }], certificateId: null });

    const certificates = async (tenant: typeof host | typeof partner) =>
      (await as(tenant)('GET', `/certificates?courseId=${id}`)).body.items as { number: string; volunteerId: string }[];
    expect(await certificates(host)).toMatchObject([{ number: 'D-1-01', volunteerId: rosa }]);
    const own = await certificates(partner);
    expect(own).toMatchObject([{ number: 'D-1-AWO-SIEGEN-01', volunteerId: olena, familyName: 'Kowalenko' }]);
    const answer = await fetch(`${platform.url}/training/${partner}/certificates/${of(olena).certificateId}.pdf`, {
      headers: { authorization: `Bearer ${partner}-trainer` },
    });
    expect(answer.status).toBe(200);
    const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    for (const text of ['Olena Kowalenko', 'AWO Siegen', 'D-1-AWO-SIEGEN-01', '180']) expect(pages[0]).toContain(text);
  });

  it('lets nobody new in once the agreement is ended, and keeps who is there', async () => {
    const id = await shared('E-1', { sessions: [evening('2026-01-06')] }, 2);
    await enrolGuest(id, olena);
    await end(host, partner);
    try {
      expect(codeOf(await enrolGuest(id, ivan))).toEqual([404, 'not-found']);
      expect(await seenByPartner(id)).toMatchObject({ open: false, people: [{ volunteerId: olena }] });
      const [guest] = (await sheet(id)).enrolled as { volunteerId: string }[];
      const attendance = [{ volunteerId: guest!.volunteerId, present: true }];
      await atHost('POST', `/courses/${id}/sessions/1/attendance`, { attendance });
      expect(await seenByPartner(id)).toMatchObject({ people: [{ attendance: [{ mark: 'present' }] }] });
      expect((await withdraw(id, olena)).status).toBe(200);
      expect((await sheet(id)).enrolled).toEqual([]);
    } finally {
      await sign(host, partner);
    }
  });

  it('sets seats aside, and gives them back to all when the course is shared no longer', async () => {
    const id = await shared('F-1', { seats: 3 }, 2);
    expect((await enrolOwn(id, rosa)).body.status).toBe('enrolled');
    expect((await enrolOwn(id, emre)).body.status).toBe('waiting');
    for (const guest of [olena, ivan]) expect((await enrolGuest(id, guest)).body.status).toBe('enrolled');
    expect((await enrolGuest(id, maria)).body.status).toBe('waiting');
    expect((await withdraw(id, ivan)).status).toBe(200);
    expect((await seenByPartner(id))?.['people']).toHaveLength(3);
    expect((await withdraw(id, maria)).status).toBe(200);
    expect((await sheet(id)).waiting).toMatchObject([{ givenName: 'Emre' }]);
    expect((await atHost('DELETE', `/courses/${id}/shares/${partner}`)).status).toBe(200);
    expect((await sheet(id)).enrolled).toMatchObject([
      { givenName: 'Rosa' },
      { alias: 'AWO Siegen, 1' },
      { givenName: 'Emre' },
    ]);
    expect(codeOf(await enrolGuest(id, ivan))).toEqual([404, 'not-found']);
    expect(await seenByPartner(id)).toMatchObject({ open: false });
  });

  it('tells the partner when the host takes a guest off the course', async () => {
    const id = await shared('G-1');
    await enrolGuest(id, olena);
    const [guest] = (await sheet(id)).enrolled as { volunteerId: string }[];
    expect((await atHost('DELETE', `/courses/${id}/enrolments/${guest!.volunteerId}`)).status).toBe(200);
    expect(await seenByPartner(id)).toMatchObject({ seatsLeft: 3, people: [{ status: 'cancelled' }] });
  });

  it('releases a seat that was taken and never confirmed, after a while', async () => {
    const id = await shared('H-1');
    await enrolGuest(id, olena);
    const runtime = platform.service('training');
    const commands = new Commands(runtime);
    const seats = new GuestSeats(commands, runtime);
    const sweep = new GuestSeatSweep(runtime, commands, seats);
    const minutesLater = (minutes: number) => instantOf(new Date(Date.now() + minutes * 60_000));
    const command = { partner, enrolmentId: 'taken-before-the-crash', on: day('2026-01-06') };
    const scope = TenantScope.of(host);
    await commands.run({ scope, actor: 'test', key: 'crash' }, { stream: course, id, decide: takeGuestSeat, command });
    await platform.settled();
    expect(await sweep.sweep(minutesLater(1))).toBe(0);
    expect((await sheet(id)).enrolled).toHaveLength(2);
    expect(await sweep.sweep(minutesLater(6))).toBe(1);
    expect((await sheet(id)).enrolled).toMatchObject([{ alias: 'AWO Siegen, 1' }]);
    expect(await sweep.sweep(minutesLater(12))).toBe(0);
  });

  it('frees the seat of a guest whom the partner has erased', async () => {
    const id = await shared('I-1');
    await enrolGuest(id, maria);
    const ordered = { kind: 'volunteer', subjectId: maria };
    const order = published(registration.erasureOrdered, { tenant: partner, id: 'erasure-maria' }, ordered);
    await platform.service('training').bus.publish('registration', [order]);
    await platform.settled();
    await platform.settled();
    expect((await sheet(id)).enrolled).toEqual([]);
  });
});
