import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TenantScope, type ReadModels } from '@lotsennetz/kernel';
import { openDocuments, readConfig } from '@lotsennetz/platform';
import { mailedInvitation, personOfHeader, startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
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
    return { id, tenant, invitation: await mailedInvitation(platform, { tenant, id: body.id as string }) };
  };
  const askForLink = (email: string, { tenant, invitation }: { tenant: string; invitation: string }) => {
    const asked = new URLSearchParams({ tenant, invitation, email });
    return platform.raw('POST', '/identity/forgotten', { headers: form, body: asked.toString() });
  };
  const makeAccount = async (invited: { tenant: string; invitation: string }) => {
    await askForLink('rosa@example.org', invited);
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
  /** As a store that was restored would have it. */
  const comesNotBackWith = async (restored: { readonly id: string; readonly row: { readonly identity: string } }) => {
    const others = { id: 'other', row: { ...restored.row, identity: 'other' } };
    const scope = TenantScope.of('platform');
    await documents.commit([restored, others].map((each) => ({ collection: 'accounts', scope, ...each })));
    await platform.restart();
    expect((await accounts()).map(({ row }) => row.identity)).toEqual(['other']);
  };
  const forget = async ({ tenant, id }: { tenant: string; id: string }) => {
    await call(tenant, '/erasures', { subjectId: id, kind: 'volunteer', ground: 'consent-withdrawn' });
    expect((await call(tenant, `/erasures/${id}/order`)).status).toBe(200);
    await platform.settled();
  };

  const makesNoMoreAccounts = async (used: { tenant: string; invitation: string }, open: typeof used) => {
    await askForLink('with-a-used-one@example.org', used);
    await askForLink('with-an-open-one@example.org', open);
    const folder = join(platform.folder, 'mail/platform');
    const mails = () => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    await platform.eventually(() => {
      expect(mails().join()).toContain('with-an-open-one@example.org');
      return Promise.resolve();
    });
    expect(mails().join()).not.toContain('with-a-used-one@example.org');
  };

  it('stays while another tenant knows them, and goes with the last', async () => {
    const [inSiegen, inOlpe] = [await invited('siegen'), await invited('olpe')];
    await makeAccount(inSiegen);
    const [account] = await accounts();
    const person = account?.row.identity ?? '';
    await accept(inSiegen, person);
    await makesNoMoreAccounts(inSiegen, inOlpe);
    await accept(inOlpe, person);
    await forget(inSiegen);
    expect(await accounts()).toHaveLength(1);
    await forget(inOlpe);
    expect(await accounts()).toEqual([]);
    await comesNotBackWith(account!);
  });
});
