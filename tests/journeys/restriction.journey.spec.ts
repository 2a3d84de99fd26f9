import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@lotsennetz/platform';
import { createTokenFor, startSuite, type SuiteStart } from '@lotsennetz/suite';

/** Art. 18 DSGVO, in the example: what is stored about somebody stays, and is not used. */
describe('a person whose data may not be used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  let suite: SuiteStart;
  let administrator: string;
  let coordinator: string;
  let person: { readonly id: string; readonly email: string };

  const call = async (method: string, path: string, body?: unknown, token = administrator) => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`http://127.0.0.1:${suite.deployment.port ?? 0}${path}`, {
      ...{ method, headers: { authorization: `Bearer ${token}`, ...type } },
      ...content,
    });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a journey expects of an answer is what it checks
    return { status: response.status, body: (await response.json()) as any };
  };
  const proposals = async () => {
    const { items } = (await call('GET', '/matching/siegen/proposals?limit=200')).body;
    return items as readonly { volunteerId: string; status: string; expiredBecause?: string }[];
  };
  const ofPerson = async (status: string) =>
    (await proposals()).filter((each) => each.volunteerId === person.id && each.status === status);
  const compute = () => call('POST', '/matching/siegen/proposals/compute', {});

  beforeAll(async () => {
    const config = readConfig({ PORT: '0', LOTSENNETZ_DATA: folder });
    suite = await startSuite({ config, example: true, onReady: () => undefined, onProgress: () => undefined });
    const ports = suite.deployment.service('registration');
    administrator = (await createTokenFor(ports, { tenant: 'siegen', role: 'administrator' })).token;
    coordinator = (await createTokenFor(ports, { tenant: 'siegen', role: 'coordinator' })).token;
    await suite.deployment.settled();
    await compute();
    const proposed = (await proposals()).find(({ status }) => status === 'open');
    person = (await call('GET', `/registration/siegen/volunteers/${proposed?.volunteerId ?? 'none'}`)).body;
    await suite.deployment.settled();
  }, 120_000);
  afterAll(async () => {
    await suite.deployment.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is proposed to nobody any more, and what was proposed expires', async () => {
    expect((await ofPerson('open')).length).toBeGreaterThan(0);
    const asked = { subjectId: person.id, ground: 'accuracy-contested' };
    expect((await call('POST', '/registration/siegen/restrictions', asked)).status).toBe(201);
    expect((await call('POST', '/registration/siegen/restrictions', asked)).status).toBe(200);
    await suite.deployment.settled();
    expect((await ofPerson('expired')).map(({ expiredBecause }) => expiredBecause)).toContain('restricted');
    await compute();
    expect(await ofPerson('open')).toEqual([]);
  });

  it('is marked in lists; addresses are for administrators alone', async () => {
    const path = `/registration/siegen/volunteers/${person.id}`;
    expect((await call('GET', path)).body).toMatchObject({ restricted: true, email: person.email });
    const seen = (await call('GET', path, undefined, coordinator)).body;
    expect(seen).toMatchObject({ id: person.id, restricted: true });
    expect(seen.email).toBeUndefined();
    const { items } = (await call('GET', '/registration/siegen/volunteers?limit=200', undefined, coordinator)).body;
    expect(JSON.stringify(items)).not.toContain(person.email);
    const search = `/registration/siegen/volunteers?q=${encodeURIComponent(person.email)}`;
    expect((await call('GET', search, undefined, coordinator)).body.items).toEqual([]);
  });

  it('is used again once an administrator has lifted it', async () => {
    const path = `/registration/siegen/restrictions/${person.id}`;
    expect((await call('DELETE', path, undefined, coordinator)).status).toBe(403);
    expect((await call('DELETE', path)).status).toBe(200);
    await suite.deployment.settled();
    await compute();
    expect((await ofPerson('open')).length).toBeGreaterThan(0);
    const seen = (await call('GET', `/registration/siegen/volunteers/${person.id}`, undefined, coordinator)).body;
    expect(seen).toMatchObject({ email: person.email });
    expect(seen.restricted).toBeUndefined();
  });
});
