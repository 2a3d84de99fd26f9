import { TenantScope } from '@lotsennetz/kernel';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { createTokenFor, foundTenantNamed, services } from '@lotsennetz/suite';
import { readPdfText } from './read-pdf.js';

const wish = { languages: ['ar'], topics: ['forms'], town: 'Siegen', postalCode: '57072' };

/** Somebody asks what is stored about them: all of it, from every service, and nothing of others. */
describe('what is stored about a person', () => {
  let platform: TestDeployment;
  let token: string;
  const id = { rosa: '', emre: '', household: '', export: '' };

  const call = (method: string, path: string, body?: unknown) => platform.call(method, path, { body, token });
  const made = async (path: string, body: object): Promise<string> => {
    const answer = await call('POST', path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.id as string;
  };
  const exported = async (subjectId: string, kind: string, language?: string) => {
    const made_ = await made('/registration/siegen/exports', { subjectId, kind, ...(language ? { language } : {}) });
    await platform.settled();
    return made_;
  };
  const download = async (path: string) => {
    const response = await fetch(`${platform.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return new Uint8Array(await response.arrayBuffer());
  };

  beforeAll(async () => {
    platform = await startForTest(services);
    const registration = platform.service('registration');
    await foundTenantNamed(registration, {
      ...{ id: 'siegen', name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' },
    });
    token = (await createTokenFor(registration, { tenant: 'siegen', role: 'administrator' })).token;
    await platform.settled();
    id.rosa = await made('/registration/siegen/volunteers', {
      ...{
        givenName: 'Rosalinde',
        familyName: 'Nassauer',
        email: 'rosalinde@example.org',
        birthYear: 1971,
        town: 'Siegen',
      },
    });
    id.emre = await made('/registration/siegen/volunteers', {
      givenName: 'Emre',
      familyName: 'Lindner',
      phone: '0271 55500024',
      town: 'Siegen',
    });
    id.household = await made('/registration/siegen/newcomers', {
      ...{ givenName: 'Walid', familyName: 'Kovalenko', householdSize: 4, languages: ['ar'], note: 'third floor' },
      preferredLanguage: 'ar',
    });
    const course = await made('/training/siegen/courses', {
      ...{ code: 'SI-1', title: 'Qualifizierung', town: 'Siegen', seats: 5 },
      sessions: [{ title: 'Recht', heldOn: '2026-01-12', startsAt: '18:00', endsAt: '19:30' }],
    });
    await platform.settled();
    for (const volunteerId of [id.rosa, id.emre])
      await made(`/training/siegen/courses/${course}/enrolments`, { volunteerId });
    const attendance = [id.rosa, id.emre].map((volunteerId) => ({ volunteerId, present: volunteerId === id.rosa }));
    await call('POST', `/training/siegen/courses/${course}/sessions/1/attendance`, { attendance });
    await made('/matching/siegen/requests', { ...wish, newcomerId: id.household, note: 'a quiet canary' });
    await platform.settled();
  }, 60_000);
  afterAll(() => platform.close());

  it('comes from every service, opened, with who has entered it', async () => {
    id.export = await exported(id.rosa, 'volunteer');
    expect((await call('GET', `/registration/siegen/exports/${id.export}`)).body).toMatchObject({
      ...{ status: 'complete', missing: [], subjectId: id.rosa, language: 'de' },
    });
    const { body } = await call('GET', `/registration/siegen/exports/${id.export}/data.json`);
    expect(Object.keys(body.services).sort()).toEqual(services.map(({ name }) => name).sort());
    expect(body.services.registration[0]).toMatchObject({
      ...{ about: 'volunteer', id: id.rosa, what: 'InterestRegistered', enteredBy: 'administrator' },
      data: { givenName: 'Rosalinde', familyName: 'Nassauer', birthYear: 1971 },
    });
    expect(body.services.training.map((each: { what: string }) => each.what)).toContain('AttendanceRecorded');
    expect(body.services.notifications.length).toBeGreaterThan(0);
    expect(body.services.reporting.length).toBeGreaterThan(0);
  });

  it('holds nothing of others', async () => {
    const text = JSON.stringify((await call('GET', `/registration/siegen/exports/${id.export}/data.json`)).body);
    expect(text).toContain('Rosalinde');
    for (const foreign of ['Emre', 'Lindner', 'Walid', 'quiet canary', id.emre]) expect(text).not.toContain(foreign);
  });

  it('is of a household also what was asked for on its behalf', async () => {
    const household = await exported(id.household, 'newcomer');
    const { body } = await call('GET', `/registration/siegen/exports/${household}/data.json`);
    expect(JSON.stringify(body.services.matching)).toContain('a quiet canary');
    expect(JSON.stringify(body.services.registration)).toContain('third floor');
  });

  it.each([
    ['de', 'Auskunft über Ihre Daten', 'Geburtsjahr'],
    ['en', 'What is stored about you', 'Year of birth'],
    ['uk', 'Відомості про ваші дані', 'Рік народження'],
    ['tr', 'What is stored about you', 'Year of birth'],
  ])('can be read in %s', async (language, title, field) => {
    const text = await readPdfText(await download(await documentIn(language)));
    for (const part of [title, field, 'Rosalinde', '1971', 'Art. 17 DSGVO']) expect(text).toContain(part);
  });

  it.each(['ar', 'fa'])('can be read in %s', async (language) => {
    const text = await readPdfText(await download(await documentIn(language)));
    for (const part of ['Rosalinde', '1971', 'data.json']) expect(text).toContain(part);
    expect(text).toMatch(/\p{Script=Arabic}{3,}/u);
  });

  const documentIn = async (language: string) =>
    `/registration/siegen/exports/${await exported(id.rosa, 'volunteer', language)}/document.pdf`;

  it('is gone with the person', async () => {
    await made('/registration/siegen/erasures', { subjectId: id.rosa, kind: 'volunteer', ground: 'objection' });
    await call('POST', `/registration/siegen/erasures/${id.rosa}/order`);
    await platform.settled();
    const { keys } = platform.service('registration');
    expect(await keys.find(TenantScope.of('siegen'), id.export, 'export')).toBeUndefined();
    expect(await call('GET', `/registration/siegen/exports/${id.export}/data.json`)).toMatchObject({
      ...{ status: 410, body: { code: 'expired' } },
    });
    expect(await call('POST', '/registration/siegen/exports', { subjectId: id.rosa, kind: 'volunteer' })).toMatchObject(
      {
        ...{ status: 410, body: { code: 'erased' } },
      },
    );
  });
});
