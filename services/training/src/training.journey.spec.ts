import { TenantScope } from '@lotsennetz/kernel';
import { startForTest, type Answer, type TestDeployment } from '@lotsennetz/platform/testing';
import { acceptedVolunteer, tenantWithTokens, volunteerIdOf } from './example-registration.js';
import { training } from './index.js';
import { readPdf } from './read-pdf.js';

const tenant = 'siegen';
const rosa = volunteerIdOf('rosa');
const emre = volunteerIdOf('emre');
const olena = volunteerIdOf('olena');
const people = [
  { key: 'rosa', givenName: 'Rosa', familyName: 'Nassauer', email: 'rosa@example.org', town: 'Siegen' },
  { key: 'emre', givenName: '#import "x" *Emre*', familyName: 'Lindner', email: 'emre@example.org', town: 'Siegen' },
  { key: 'olena', givenName: 'Олена', familyName: 'Коваль', email: 'Paar@example.org', town: 'siegen' },
  { key: 'ivan', givenName: 'Іван', familyName: 'Коваль', email: 'paar@example.org', town: 'Netphen' },
];

describe('training over HTTP', () => {
  let platform: TestDeployment;

  beforeAll(async () => {
    platform = await startForTest([training], { settings: { LOTSENNETZ_PUBLIC_URL: 'https://lotsen.example.org' } });
    const runtime = platform.service('training');
    await runtime.bus.publish('registration', tenantWithTokens(tenant, 'Stadt Siegen', ['trainer', 'analyst']));
    await runtime.bus.publish('registration', tenantWithTokens('kreuztal', 'Stadt Kreuztal', ['trainer']));
    for (const person of people)
      await runtime.bus.publish('registration', await acceptedVolunteer(runtime.keys, tenant, person));
    await platform.settled();
  });
  afterAll(() => platform.close());

  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    platform.call(method, `/training/${tenant}${path}`, { body, token: `${tenant}-trainer`, headers });
  const file = (kind: string, lines: readonly string[], token = `${tenant}-trainer`) =>
    platform.call('POST', `/training/${tenant}/imports/${kind}`, { csv: lines.join('\r\n'), token });
  const done = async (started: Answer) => {
    expect(started.status).toBe(202);
    await platform.eventually(async () =>
      expect((await call('GET', `/imports/${started.body.id}`)).body).toMatchObject({ state: 'done' }),
    );
  };
  const evening = (heldOn: string, more: object = {}) => ({ heldOn, startsAt: '18:00', endsAt: '19:30', ...more });
  const planned = async (code: string, more: object = {}): Promise<string> => {
    const sessions = [evening('2015-02-17', { title: 'Recht' }), evening('2015-02-24', { title: 'Arbeit' })];
    const answer = await call('POST', '/courses', { code, title: 'Lotsen', town: 'Siegen', sessions, ...more });
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  const pdf = async (path: string) => {
    const answer = await fetch(`${platform.url}/training/${tenant}${path}`, {
      headers: { authorization: `Bearer ${tenant}-trainer` },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    return readPdf(new Uint8Array(await answer.arrayBuffer()));
  };

  it('plans a course from a curriculum, and its code once', async () => {
    const modules = [
      { title: 'Recht und Politik', minutes: 90 },
      { title: 'Arbeitsförderung', minutes: 120 },
    ];
    const curriculum = await call('POST', '/curricula', { title: 'Qualifizierung', modules });
    expect(curriculum.status).toBe(201);
    const listed = await call('GET', `/curricula?after=${curriculum.body.position}`);
    expect(listed.body.items[0]).toMatchObject({ title: 'Qualifizierung', maxMissed: 1 });
    const course = {
      code: 'NE-2015-1',
      town: 'Netphen',
      curriculumId: curriculum.body.id,
      sessions: [evening('2015-02-17'), evening('2015-02-24')],
    };
    const first = await call('POST', '/courses', course);
    expect(first.status).toBe(201);
    const again = await call('POST', '/courses', course);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await call('POST', '/courses', { ...course, code: 'ne-2015-1', town: 'Siegen' });
    expect([other.status, other.body.code]).toEqual([409, 'course-code-taken']);
    const incomplete = await call('POST', '/courses', { ...course, code: 'X', sessions: [evening('2015-02-17')] });
    expect(incomplete.status).toBe(400);
    const shown = await call('GET', `/courses/${first.body.id}?after=${first.body.position}`);
    expect(shown.body).toMatchObject({
      code: 'NE-2015-1',
      title: 'Qualifizierung',
      status: 'planned',
      sessions: [
        { number: 1, title: 'Recht und Politik', minutes: 90 },
        { number: 2, title: 'Arbeitsförderung', minutes: 90 },
      ],
    });
  });

  it('invites the interest list of a town once', async () => {
    const id = await planned('INV', { sessions: [evening('2999-01-01', { title: 'Später' })] });
    const first = await call('POST', `/courses/${id}/invitations`, { town: 'Siegen' });
    expect([first.status, first.body.invited]).toEqual([200, 3]);
    expect((await call('POST', `/courses/${id}/invitations`, { town: 'Siegen' })).body.invited).toBe(0);
    expect((await call('POST', `/courses/${id}/invitations`, { town: 'Netphen' })).body.invited).toBe(1);
  });

  it('fills seats, then the waiting list, and promotes when a seat is freed', async () => {
    const id = await planned('WAIT', { seats: 1 });
    const enrol = (volunteerId: string) => call('POST', `/courses/${id}/enrolments`, { volunteerId });
    expect((await enrol(rosa)).body).toMatchObject({ status: 'enrolled', revision: 1 });
    const waiting = await enrol(emre);
    expect([waiting.status, waiting.body.status]).toEqual([201, 'waiting']);
    const again = await enrol(emre);
    expect([again.status, again.body]).toEqual([200, waiting.body]);
    expect((await enrol(olena)).body.status).toBe('waiting');
    expect((await call('DELETE', `/courses/${id}/enrolments/${emre}`)).status).toBe(200);
    const freed = await call('DELETE', `/courses/${id}/enrolments/${rosa}`);
    const shown = await call('GET', `/courses/${id}?after=${freed.body.position}`);
    expect(shown.body.enrolled).toEqual([expect.objectContaining({ volunteerId: olena, givenName: 'Олена' })]);
    expect(shown.body.waiting).toEqual([]);
  });

  it('refuses a full course without a waiting list, and strangers', async () => {
    const id = await planned('FULL', { seats: 1, waitingList: false });
    await call('POST', `/courses/${id}/enrolments`, { volunteerId: rosa });
    const full = await call('POST', `/courses/${id}/enrolments`, { volunteerId: emre });
    expect([full.status, full.body.code]).toEqual([409, 'course-full']);
    const stranger = await call('POST', `/courses/${id}/enrolments`, { volunteerId: volunteerIdOf('nobody') });
    expect([stranger.status, stranger.body.code]).toEqual([404, 'unknown-volunteer']);
    const nowhere = await call('POST', `/courses/${rosa}/enrolments`, { volunteerId: rosa });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'not-found']);
  });

  it('certifies who was there or made it up, prints what they typed, and verifies without a name', async () => {
    const id = await planned('SI-2015-1', { maxMissed: 0 });
    for (const volunteerId of [emre, rosa, olena]) await call('POST', `/courses/${id}/enrolments`, { volunteerId });
    const record = (n: number, present: readonly string[]) =>
      call('POST', `/courses/${id}/sessions/${n}/attendance`, {
        attendance: [rosa, emre, olena].map((volunteerId) => ({
          volunteerId,
          present: present.includes(volunteerId),
        })),
      });
    await record(1, [rosa, emre, olena]);
    await record(2, [rosa]);
    await call('POST', `/courses/${id}/sessions/2/make-ups`, { volunteerId: emre, on: '2015-03-05' });
    const completed = await call('POST', `/courses/${id}/complete`, { on: '2015-03-10' });
    expect([completed.status, completed.body.certificates]).toEqual([200, 2]);
    const again = await call('POST', `/courses/${id}/complete`, {});
    expect(again.body).toEqual({ ...completed.body, certificates: 0 });

    const list = await call('GET', `/certificates?courseId=${id}&year=2015&after=${completed.body.position}`);
    expect(list.body.items).toEqual([
      expect.objectContaining({ number: 'SI-2015-1-01', volunteerId: emre, issuedOn: '2015-03-10' }),
      expect.objectContaining({ number: 'SI-2015-1-02', givenName: 'Rosa', familyName: 'Nassauer' }),
    ]);
    const [forEmre, forRosa] = list.body.items;
    const address = `https://lotsen.example.org/training/${tenant}/verify/${forRosa.verificationCode}`;
    const single = await pdf(`/certificates/${forRosa.id}.pdf`);
    for (const text of ['Rosa Nassauer', 'Lotsen', 'Stadt Siegen', '180', '10.03.2015', 'SI-2015-1-02'])
      expect(single.pages[0]).toContain(text);
    expect(single.links).toEqual([address]);
    const all = await pdf(`/courses/${id}/certificates.pdf`);
    expect(all.pages).toHaveLength(2);
    expect(all.pages[0]).toContain('#import "x" *Emre* Lindner');

    const verified = await platform.call('GET', new URL(address).pathname);
    expect([verified.status, verified.body]).toEqual([200, { valid: true, date: '2015-03-10', courseTitle: 'Lotsen' }]);
    const person = await fetch(platform.url + new URL(address).pathname, {
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
      redirect: 'manual',
    });
    const page = `https://lotsen.example.org/t/${tenant}/zertifikat/${forRosa.verificationCode}`;
    expect([person.status, person.headers.get('location')]).toEqual([303, page]);
    const wrong = await platform.call('GET', `/training/kreuztal/verify/${forEmre.verificationCode}`);
    expect(wrong.status).toBe(404);

    await call('POST', `/courses/${id}/sessions/2/make-ups`, { volunteerId: olena, on: '2015-03-20' });
    const later = await call('POST', `/courses/${id}/complete`, { on: '2015-03-20' });
    expect(later.body.certificates).toBe(1);

    const next = await planned('NEXT', { sessions: [evening('2999-02-01', { title: 'Später' })] });
    expect((await call('POST', `/courses/${next}/invitations`)).body.invited).toBe(0);
    expect((await call('POST', `/courses/${next}/invitations`, { town: 'NETPHEN' })).body.invited).toBe(1);
  });

  it('imports past courses and attendance, finds people by e-mail, and doubles nothing', async () => {
    const courses = [
      '\uFEFFKurs;Titel;Ort;Modul;Modultitel;Datum;Von;Bis;Dozent (Stelle)',
      'SI-2009-1;Alt;Siegen;1;Recht;17.02.2009;18:00;19:30;Jobcenter',
      'SI-2009-1;Alt;Siegen;2;Arbeit;24.02.2009;18:00;19:30;AWO',
    ];
    await done(await file('courses', courses));
    await done(await file('courses', courses));
    const header = 'Kurs;E-Mail;Modul;Anwesend';
    const rejected = await file('attendance', [
      header,
      'SI-2009-1;nobody@example.org;1;ja',
      'SI-2009-1;paar@example.org;1;ja',
      'SI-2009-9;rosa@example.org;1;ja',
      'SI-2009-1;rosa@example.org;7;ja',
      'SI-2009-1;rosa@example.org;1;ja',
      'SI-2009-1;rosa@example.org;1;nein',
    ]);
    expect(rejected.status).toBe(422);
    expect(rejected.body.errors.map((error: { line: number; code?: string }) => [error.line, error.code])).toEqual([
      [2, 'unknown-volunteer'],
      [3, 'ambiguous-volunteer'],
      [4, 'unknown-course'],
      [5, 'unknown-session'],
      [7, undefined],
    ]);
    const attendance = [header, 'si-2009-1;Rosa@Example.org;2;ja', 'SI-2009-1;emre@example.org;1;nein'];
    await done(await file('attendance', attendance));
    await done(await file('attendance', attendance));
    await done(await file('attendance', [...attendance, '']));
    await platform.settled();
    const found = await call('GET', '/courses?status=planned&code=SI-2009-1');
    expect(found.body.items).toEqual([
      expect.objectContaining({ lastSessionOn: '2009-02-24', seats: null, enrolled: 2, revision: 4 }),
    ]);
    const { id, lastSessionOn } = found.body.items[0];
    const completed = await call('POST', `/courses/${id}/complete`, { on: lastSessionOn });
    expect(completed.body.certificates).toBe(1);
    await done(await file('attendance', attendance));
    await done(await file('attendance', [...attendance, 'SI-2009-1;rosa@example.org;2;ja']));
    const late = await file('attendance', [header, 'SI-2009-1;emre@example.org;2;ja']);
    expect([late.status, late.body.errors[0].code]).toEqual([422, 'course-completed']);
  });

  it('prints no certificate of an erased person', async () => {
    const { body } = await call('GET', `/certificates?volunteerId=${olena}`);
    await platform.service('training').keys.forget(TenantScope.of(tenant), olena);
    const answer = await call('GET', `/certificates/${body.items[0].id}.pdf`);
    expect([answer.status, answer.body.code]).toEqual([410, 'erased']);
    const others = await pdf(`/courses/${body.items[0].courseId}/certificates.pdf`);
    expect(others.pages).toHaveLength(2);
  });

  it('opens to trainers only, and to other tenants not at all', async () => {
    const analyst = await platform.call('GET', `/training/${tenant}/certificates`, { token: `${tenant}-analyst` });
    expect(analyst.status).toBe(403);
    const foreign = await platform.call('GET', `/training/${tenant}/courses`, { token: 'kreuztal-trainer' });
    expect(foreign.status).toBe(404);
    expect((await call('GET', '/certificates/no-id.pdf')).status).toBe(404);
    expect((await call('GET', `/certificates/${rosa}.pdf`)).status).toBe(404);
    expect((await platform.call('GET', `/training/${tenant}/verify/${'0'.repeat(32)}`)).status).toBe(404);
  });

  it('tells anybody of the courses to come, and of nobody who takes part', async () => {
    const sessions = [evening('2099-05-05', { title: 'Recht' }), evening('2099-05-12', { title: 'Arbeit' })];
    const id = await planned('SI-2099-1', { sessions, seats: 2 });
    await call('POST', `/courses/${id}/enrolments`, { volunteerId: rosa, on: '2026-01-07' });
    await platform.settled();
    const { status, body } = await platform.call('GET', `/training/${tenant}/next-courses`);
    const times = { startsAt: '18:00', endsAt: '19:30' };
    const shown = [
      { heldOn: '2099-05-05', ...times },
      { heldOn: '2099-05-12', ...times },
    ];
    const course = { id, title: 'Lotsen', town: 'Siegen', sessions: shown, seatsLeft: 1, waitingList: true };
    expect(status).toBe(200);
    const coming = (body.items as { id: string }[]).filter((each) => each.id === id);
    expect(coming).toEqual([course]);
    expect(JSON.stringify(body)).not.toContain('2015-02-17');
  });
});
