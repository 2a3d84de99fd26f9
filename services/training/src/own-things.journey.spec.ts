import { registration } from '@lotsennetz/contracts';
import { deriveId } from '@lotsennetz/kernel';
import { personOfHeader, startForTest, type Answer, type TestDeployment } from '@lotsennetz/platform/testing';
import { acceptedVolunteer, published, tenantWithTokens, volunteerIdOf } from './example-registration.js';
import { training } from './index.js';
import { readPdf } from './read-pdf.js';

const tenant = 'siegen';
const identityOf = (name: string) => deriveId('identity', 'test', name);

function account(name: string, role: 'volunteer' | 'newcomer') {
  const id = `member-${name}`;
  const membership = { membershipId: deriveId(id), identity: identityOf(name), subjectId: volunteerIdOf(name) };
  return published(registration.membershipGranted, { tenant, id }, { ...membership, roles: [role] });
}

describe('what volunteers see and do of their own courses, over HTTP', () => {
  let platform: TestDeployment;

  beforeAll(async () => {
    platform = await startForTest([training], { callerFinders: [personOfHeader] });
    const { bus, keys } = platform.service('training');
    await bus.publish('registration', tenantWithTokens(tenant, 'Stadt Siegen', ['trainer']));
    for (const key of ['rosa', 'emre']) {
      const person = { key, givenName: key, familyName: 'Nassauer', email: `${key}@example.org`, town: 'Siegen' };
      await bus.publish('registration', await acceptedVolunteer(keys, tenant, person));
      await bus.publish('registration', [account(key, 'volunteer')]);
    }
    await bus.publish('registration', [account('walid', 'newcomer')]);
    await platform.settled();
  });
  afterAll(() => platform.close());

  const call = (method: string, path: string, body?: unknown) =>
    platform.call(method, `/training/${tenant}${path}`, { body, token: `${tenant}-trainer` });
  const headersOf = (name: string) => ({ 'x-test-person': `${identityOf(name)} one-factor` });
  const as = (name: string, method: string, path: string, body?: unknown) =>
    platform.call(method, `/training/${tenant}${path}`, { body, headers: headersOf(name) });
  const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code];
  const enrol = (id: string, name: string) =>
    call('POST', `/courses/${id}/enrolments`, { volunteerId: volunteerIdOf(name) });
  async function planned(code: string, more: object = {}): Promise<string> {
    const sessions = [{ heldOn: '2015-02-17', startsAt: '18:00', endsAt: '19:30', title: 'Recht' }];
    const course = await call('POST', '/courses', { code, title: 'Lotsen', town: 'Siegen', sessions, ...more });
    expect(course.status).toBe(201);
    return course.body.id as string;
  }

  it('a volunteer leaves the own seat, which somebody else gets; nobody leaves another’s', async () => {
    const id = await planned('SEAT', { seats: 1 });
    await enrol(id, 'rosa');
    const { body: waiting } = await enrol(id, 'emre');
    const seen = await as('emre', 'GET', `/me/courses?after=${waiting.position as string}`);
    expect(seen.body.items).toMatchObject([{ id, code: 'SEAT', place: 'waiting', waitingBefore: 0 }]);
    expect(JSON.stringify(seen.body)).not.toContain(volunteerIdOf('rosa'));
    const left = await as('rosa', 'POST', `/me/courses/${id}/cancel`);
    expect(left.status).toBe(200);
    const after = await as('emre', 'GET', `/me/courses?after=${left.body.position as string}`);
    expect(after.body.items).toMatchObject([{ id, place: 'enrolled' }]);
    expect((await as('rosa', 'GET', '/me/courses')).body.items).toMatchObject([{ id, place: 'cancelled' }]);
  });

  it('a course that one is not in cannot be told from one that is not there', async () => {
    const id = await planned('OTHERS');
    const { body } = await enrol(id, 'emre');
    expect((await as('rosa', 'GET', `/me/courses?after=${body.position as string}`)).body.items).not.toContainEqual(
      expect.objectContaining({ id }),
    );
    const unknown = await as('rosa', 'POST', `/me/courses/${deriveId('nothing')}/cancel`);
    const others = await as('rosa', 'POST', `/me/courses/${id}/cancel`);
    expect([others.status, others.body]).toEqual([404, unknown.body]);
  });

  it('a volunteer reads and prints the own certificate, and nobody else’s', async () => {
    const id = await planned('CERT');
    await enrol(id, 'rosa');
    await call('POST', `/courses/${id}/sessions/1/attendance`, {
      attendance: [{ volunteerId: volunteerIdOf('rosa'), present: true }],
    });
    expect((await call('POST', `/courses/${id}/complete`, {})).status).toBe(200);
    await platform.settled();
    const { body } = await as('rosa', 'GET', '/me/certificates');
    expect(body.items).toMatchObject([{ courseCode: 'CERT', number: 'CERT-01', verificationCode: expect.any(String) }]);
    expect((await as('emre', 'GET', '/me/certificates')).body.items).toEqual([]);
    const path = `/me/certificates/${body.items[0].id as string}.pdf`;
    const printed = await fetch(`${platform.url}/training/${tenant}${path}`, { headers: headersOf('rosa') });
    expect(printed.headers.get('content-type')).toBe('application/pdf');
    expect((await readPdf(new Uint8Array(await printed.arrayBuffer()))).pages.join()).toContain('rosa Nassauer');
    const unknown = await as('emre', 'GET', `/me/certificates/${deriveId('nothing')}.pdf`);
    const others = await as('emre', 'GET', path);
    expect([others.status, others.body]).toEqual([404, unknown.body]);
  });

  it('keeps newcomers, trainers and strangers apart', async () => {
    const id = deriveId('nothing');
    for (const [method, path] of [
      ['GET', '/me/courses'],
      ['POST', `/me/courses/${id}/cancel`],
      ['GET', '/me/certificates'],
      ['GET', `/me/certificates/${id}.pdf`],
    ] as const) {
      expect(codeOf(await call(method, path))).toEqual([403, 'forbidden']);
      expect(codeOf(await as('walid', method, path))).toEqual([403, 'forbidden']);
      expect(codeOf(await as('somebody', method, path))).toEqual([404, 'not-found']);
      expect((await platform.call(method, `/training/${tenant}${path}`)).status).toBe(401);
    }
    for (const path of ['/courses', `/courses/${id}`, '/certificates', `/certificates/${id}.pdf`])
      expect(codeOf(await as('rosa', 'GET', path))).toEqual([403, 'forbidden']);
  });
});
