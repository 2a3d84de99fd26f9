import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TenantScope, type ReadModels } from '@lotsennetz/kernel';
import { openDocuments, readConfig } from '@lotsennetz/platform';
import { personOfHeader, startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { createTokenFor, foundTenantNamed, identity, services } from '@lotsennetz/suite';

// One account serves all tenants: it goes with the last of them that forgets the person.

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const password = 'drei Enten auf dem Dach';

describe('the account of a forgotten person', () => {
  let platform: TestDeployment;
  let documents: ReadModels;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    platform = await startForTest(
      services.filter(({ name }) => name === 'registration'),
      { identity, callerFinders: [personOfHeader] },
    );
    const runtime = platform.service('registration');
    for (const id of ['siegen', 'olpe']) {
      await foundTenantNamed(runtime, { id, name: id, kind: 'municipality', timeZone: 'Europe/Berlin' });
      tokens[id] = (await createTokenFor(runtime, { tenant: id, role: 'administrator' })).token;
    }
    await platform.settled();
    documents = openDocuments(readConfig({ LOTSENNETZ_DATA: platform.folder }), 'identity');
  });
  afterAll(async () => {
    await documents.close();
    await platform.close();
  });

  const call = (tenant: string, path: string, body?: unknown) =>
    platform.call('POST', `/registration/${tenant}${path}`, { body, token: tokens[tenant] ?? '' });
  const invited = async (tenant: string) => {
    const rosa = { givenName: 'Rosa', familyName: 'Nassauer', email: 'rosa@example.org', languages: ['de'] };
    const { body: person } = await call(tenant, '/volunteers', rosa);
    const id = person.id as string;
    const { body } = await call(tenant, '/accounts', { role: 'volunteer', personId: id });
    return { id, tenant, invitation: body.invitation as string };
  };
  const makeAccount = async ({ tenant, invitation }: { tenant: string; invitation: string }) => {
    const asked = new URLSearchParams({ tenant, invitation, email: 'rosa@example.org' });
    await platform.raw('POST', '/identity/forgotten', { headers: form, body: asked.toString() });
    let link = '';
    await platform.eventually(() => {
      const folder = join(platform.folder, 'mail/platform');
      const [mail = ''] = existsSync(folder) ? readdirSync(folder) : [];
      const text = mail && readFileSync(join(folder, mail), 'utf8').replaceAll('=\r\n', '');
      link = /\/identity\/password\/[\w-]+/.exec(text)?.[0] ?? '';
      expect(link).not.toBe('');
      return Promise.resolve();
    });
    const chosen = new URLSearchParams({ password, again: password, name: 'Rosa Nassauer' });
    expect((await platform.raw('POST', link, { headers: form, body: chosen.toString() })).status).toBe(200);
  };
  const accounts = async () =>
    (await documents.query<{ identity: string }>('accounts', TenantScope.of('platform'), { limit: 10 })).items;
  const accept = async ({ tenant, invitation }: { tenant: string; invitation: string }, person: string) => {
    const path = `/registration/${tenant}/invitations/accept`;
    const answer = await platform.call('POST', path, { body: { invitation }, headers: { 'x-test-person': person } });
    expect(answer.status).toBe(200);
    await platform.settled();
  };
  const forget = async ({ tenant, id }: { tenant: string; id: string }) => {
    await call(tenant, '/erasures', { subjectId: id, kind: 'volunteer', ground: 'consent-withdrawn' });
    expect((await call(tenant, `/erasures/${id}/order`)).status).toBe(200);
    await platform.settled();
  };

  it('stays while another tenant knows them, and goes with the last', async () => {
    const [inSiegen, inOlpe] = [await invited('siegen'), await invited('olpe')];
    await makeAccount(inSiegen);
    const [account] = await accounts();
    const person = account?.row.identity ?? '';
    await accept(inSiegen, person);
    await accept(inOlpe, person);
    await forget(inSiegen);
    expect(await accounts()).toHaveLength(1);
    await forget(inOlpe);
    expect(await accounts()).toEqual([]);
  });
});
