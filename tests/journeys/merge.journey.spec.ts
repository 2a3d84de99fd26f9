import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@lotsennetz/platform';
import { createTokenFor, startSuite, type SuiteStart } from '@lotsennetz/suite';

/** A duplicate of the example is merged, and the merge is undone. */
describe('a volunteer who is the same person as another one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  let suite: SuiteStart;
  let coordinator: string;
  let duplicate: string;
  let staying: string;

  const call = async (method: string, path: string, body?: unknown) => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`http://127.0.0.1:${suite.deployment.port ?? 0}${path}`, {
      ...{ method, headers: { authorization: `Bearer ${coordinator}`, ...type } },
      ...content,
    });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a journey expects of an answer is what it checks
    return { status: response.status, body: (await response.json()) as any };
  };
  const ofDuplicate = async (status: string) => {
    const { items } = (await call('GET', '/matching/siegen/proposals?limit=200')).body;
    return (items as readonly { volunteerId: string; status: string; expiredBecause?: string }[]).filter(
      (each) => each.volunteerId === duplicate && each.status === status,
    );
  };
  const compute = () => call('POST', '/matching/siegen/proposals/compute', {});
  const figures = async () => {
    const { volunteers, certificates, requests, placements, visits } = (
      await call('GET', '/reporting/siegen/reports/integration')
    ).body;
    return { volunteers, certificates, requests, placements, visits };
  };

  beforeAll(async () => {
    const config = readConfig({ PORT: '0', LOTSENNETZ_DATA: folder });
    suite = await startSuite({ config, example: true, onReady: () => undefined, onProgress: () => undefined });
    const ports = suite.deployment.service('registration');
    coordinator = (await createTokenFor(ports, { tenant: 'siegen', role: 'coordinator' })).token;
    await suite.deployment.settled();
    await compute();
    const { items } = (await call('GET', '/matching/siegen/proposals?limit=200')).body;
    const proposed = (items as readonly { volunteerId: string; status: string }[]).filter(
      ({ status }) => status === 'open',
    );
    duplicate = proposed[0]?.volunteerId ?? 'none';
    staying = proposed.find(({ volunteerId }) => volunteerId !== duplicate)?.volunteerId ?? 'none';
    await suite.deployment.settled();
  }, 120_000);
  afterAll(async () => {
    await suite.deployment.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is proposed to nobody, and what was proposed expires', async () => {
    const { volunteers } = await figures();
    expect((await ofDuplicate('open')).length).toBeGreaterThan(0);
    const merged = await call('POST', `/registration/siegen/volunteers/${duplicate}/merge`, { into: staying });
    expect(merged.status).toBe(200);
    await suite.deployment.settled();
    expect((await ofDuplicate('expired')).map(({ expiredBecause }) => expiredBecause)).toContain(
      'volunteer-unavailable',
    );
    await compute();
    expect(await ofDuplicate('open')).toEqual([]);
    await suite.deployment.settled();
    // The proposal that expired is a figure of its own.
    expect((await figures()).volunteers).toEqual(volunteers);
  });

  it('is proposed again once the merge is undone, which changes no figure either', async () => {
    const before = await figures();
    expect((await call('DELETE', `/registration/siegen/volunteers/${duplicate}/merge`)).status).toBe(200);
    await suite.deployment.settled();
    expect(await figures()).toEqual(before);
    await compute();
    expect((await ofDuplicate('open')).length).toBeGreaterThan(0);
  });
});
