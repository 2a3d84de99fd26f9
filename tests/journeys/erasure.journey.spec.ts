import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceNames } from '@lotsennetz/contracts';
import { readConfig } from '@lotsennetz/platform';
import { filesHolding } from '@lotsennetz/platform/testing';
import { createTokenFor, startSuite, type SuiteStart } from '@lotsennetz/suite';

interface Volunteer {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly status: string;
}

const yesterday = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);

/** A tenth of the example's people is forgotten; what they did stays counted. */
describe('forgetting people', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  let suite: SuiteStart;
  let administrator: string;
  let forgotten: readonly Volunteer[];
  let mailsNaming: number;
  let before: { readonly knownAt: string; readonly then: string; readonly yesterday: string; readonly today: string };

  const call = async (method: string, path: string, body?: unknown) => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`http://127.0.0.1:${suite.deployment.port ?? 0}${path}`, {
      ...{ method, headers: { authorization: `Bearer ${administrator}`, ...type } },
      ...content,
    });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a journey expects of an answer is what it checks
    return { status: response.status, body: (await response.json()) as any };
  };
  const report = async (query: string) => {
    const { body } = await call('GET', `/reporting/siegen/reports/integration?${query}`);
    const { hash, volunteers, certificates, requests, placements, visits } = body;
    return JSON.stringify({ hash, volunteers, certificates, requests, placements, visits });
  };
  const mailsTo = (people: readonly Volunteer[]) =>
    filesHolding(
      join(folder, 'mail'),
      people.map(({ familyName }) => familyName),
    );
  const reports = async (knownAt: string) => ({
    knownAt,
    then: await report(`asOf=2020-12-31&knownAt=${knownAt}`),
    yesterday: await report(`asOf=${yesterday}`),
    today: await report(''),
  });

  beforeAll(async () => {
    const config = readConfig({ PORT: '0', LOTSENNETZ_DATA: folder });
    suite = await startSuite({ config, example: true, onReady: () => undefined, onProgress: () => undefined });
    const ports = suite.deployment.service('registration');
    administrator = (await createTokenFor(ports, { tenant: 'siegen', role: 'administrator' })).token;
    await suite.deployment.settled();
    const { items } = (await call('GET', '/registration/siegen/volunteers?limit=200')).body as { items: Volunteer[] };
    const { items: placements } = (await call('GET', '/matching/siegen/placements')).body;
    // Somebody who accompanies a household is among them: that placement must end.
    const busy = items.filter(({ id }) => placements.some((each: { volunteerId: string }) => each.volunteerId === id));
    forgotten = [...new Set([...busy.slice(0, 1), ...items])].slice(0, Math.ceil(items.length / 10));
    mailsNaming = mailsTo(forgotten).length;
    before = await reports(new Date().toISOString());
  }, 120_000);
  afterAll(async () => {
    await suite.deployment.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('waits while there is a legal hold', async () => {
    const [first] = forgotten;
    const erasure = `/registration/siegen/erasures/${first?.id ?? ''}`;
    const held = await call('POST', `${erasure}/holds`, { reason: 'open-accident-claim', until: '2099-12-31' });
    const body = { subjectId: first?.id, kind: 'volunteer', ground: 'consent-withdrawn' };
    expect((await call('POST', '/registration/siegen/erasures', body)).status).toBe(201);
    expect(await call('POST', `${erasure}/order`)).toMatchObject({
      status: 409,
      body: { code: 'held', reason: 'open-accident-claim', until: '2099-12-31' },
    });
    expect((await call('DELETE', `${erasure}/holds/${held.body.id}`)).status).toBe(200);
  });

  it('is acknowledged by every service, and complete', async () => {
    for (const { id } of forgotten) {
      const body = { subjectId: id, kind: 'volunteer', ground: 'consent-withdrawn' };
      await call('POST', '/registration/siegen/erasures', body);
      expect((await call('POST', `/registration/siegen/erasures/${id}/order`)).status).toBe(200);
    }
    await suite.deployment.settled();
    const { items } = (await call('GET', '/registration/siegen/erasures')).body;
    expect(items).toHaveLength(forgotten.length);
    for (const each of items) expect(each).toMatchObject({ status: 'completed', missing: [] });
    expect(serviceNames).toEqual(suite.deployment.services.map(({ name }) => name));
  });

  it('hides them from working lists; nothing of the row that stays can be read', async () => {
    const shown = (await call('GET', '/registration/siegen/volunteers?limit=200')).body.items as Volunteer[];
    const ids = forgotten.map(({ id }) => id);
    expect(shown.filter(({ id }) => ids.includes(id))).toEqual([]);
    const all = (await call('GET', '/registration/siegen/volunteers?limit=200&erased=show')).body.items as Volunteer[];
    expect(all).toHaveLength(shown.length + forgotten.length);
    for (const { id } of forgotten)
      expect(all.find((each) => each.id === id)).toMatchObject({
        ...{ erased: true, status: 'left', givenName: { erased: true }, familyName: { erased: true } },
      });
  });

  it('frees what they held: no placement runs on, no proposal waits for them', async () => {
    const ids = forgotten.map(({ id }) => id);
    const mine = (row: { volunteerId: string }) => ids.includes(row.volunteerId);
    const placements = (await call('GET', '/matching/siegen/placements?limit=200')).body.items.filter(mine);
    expect(placements.length).toBeGreaterThan(0);
    expect(placements.filter((each: { status: string }) => each.status === 'running')).toEqual([]);
    expect(placements.map((each: { endReason: string }) => each.endReason)).toContain('erased');
    const proposals = (await call('GET', '/matching/siegen/proposals?limit=200')).body.items.filter(mine);
    for (const { status } of proposals) expect(['open', 'accepted']).not.toContain(status);
  });

  it('leaves no mail with their names', () => {
    expect(mailsNaming).toBeGreaterThan(0);
    const mails = readdirSync(join(folder, 'mail', 'siegen'), { withFileTypes: true });
    expect(mails.filter((each) => each.isFile()).length).toBeGreaterThan(0);
    expect(mailsTo(forgotten)).toEqual([]);
  });

  it('changes no figure and no hash, not even of the day it happens on', async () => {
    expect(await reports(before.knownAt)).toEqual(before);
  });
});
