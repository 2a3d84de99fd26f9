import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TenantScope, type ReadModels } from '@lotsennetz/kernel';
import { openDocuments, readAudit, readConfig } from '@lotsennetz/platform';
import { personOfHeader, startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import {
  acceptInvitationAs,
  appointMember,
  foundTenantNamed,
  identity,
  resetSecondFactorOf,
  services,
} from '@lotsennetz/suite';

// Who has lost the device and the recovery codes is helped by the office, or by whoever runs the platform.

const platformScope = TenantScope.of('platform');
const involved = services.filter(({ name }) => ['registration', 'notifications'].includes(name));

describe('a lost second factor', () => {
  let platform: TestDeployment;
  let documents: ReadModels;
  const members: Record<string, string> = {};

  beforeAll(async () => {
    platform = await startForTest(involved, { identity, callerFinders: [personOfHeader] });
    const runtime = platform.service('registration');
    await foundTenantNamed(runtime, { id: 'siegen', name: 'Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' });
    for (const [name, role] of [
      ['olga', 'administrator'],
      ['ines', 'coordinator'],
    ] as const) {
      const person = { givenName: name, familyName: 'Beispiel', email: `${name}@example.org` };
      const { invitation } = await appointMember(runtime, { tenant: 'siegen', person, roles: [role] });
      const accepted = await acceptInvitationAs(runtime, { tenant: 'siegen', invitation, identity: name });
      if (accepted.kind === 'accepted') members[name] = accepted.membershipId;
    }
    await platform.settled();
    documents = openDocuments(readConfig({ LOTSENNETZ_DATA: platform.folder }), 'identity');
  });
  afterAll(async () => {
    await documents.close();
    await platform.close();
  });

  const enrol = async (name: string) => {
    const secondFactor = { secret: '', enrolledAt: platform.service('registration').clock.now(), lastStep: 0 };
    const row = { sub: name, identity: name, password: '', secondFactor: { ...secondFactor, recoveryCodes: [] } };
    await documents.commit([{ collection: 'accounts', scope: platformScope, id: name, row }]);
  };
  const factorOf = async (name: string) =>
    (await documents.get<{ secondFactor?: object }>('accounts', platformScope, name))?.row.secondFactor;
  const reset = (name: string) =>
    platform.call('POST', `/registration/siegen/staff/${members[name]}/second-factor/reset`, {
      headers: { 'x-test-person': 'olga' },
    });
  const mails = () => {
    const folder = join(platform.folder, 'mail/siegen');
    const files = existsSync(folder) ? readdirSync(folder) : [];
    return files.map((file) => readFileSync(join(folder, file), 'utf8')).filter((mail) => mail.includes('zweiter'));
  };

  it('is taken away by an administrator; the person is told, and it stays on record who did it', async () => {
    await enrol('ines');
    expect((await reset('ines')).status).toBe(200);
    await platform.eventually(async () => expect(await factorOf('ines')).toBeUndefined());
    await platform.eventually(() => {
      expect(mails()).toEqual([expect.stringContaining('ines@example.org')]);
      return Promise.resolve();
    });
    await platform.eventually(async () => {
      const records = await Array.fromAsync(readAudit(join(platform.folder, 'audit')));
      expect(records.map(({ record }) => record)).toContainEqual(
        expect.objectContaining({ kind: 'grant', event: 'SecondFactorReset', actor: `person:${members['olga']}` }),
      );
    });
  });

  it('is taken away by whoever runs the platform, also of the only administrator', async () => {
    await enrol('olga');
    const wanted = { tenant: 'siegen', membershipId: members['olga'] ?? '' };
    await resetSecondFactorOf(platform.service('registration'), wanted);
    await platform.eventually(async () => expect(await factorOf('olga')).toBeUndefined());
    await expect(
      resetSecondFactorOf(platform.service('registration'), { ...wanted, membershipId: 'nobody' }),
    ).rejects.toThrow('nobody works for');
  });

  it('is nothing that administrators do for themselves', async () => {
    await enrol('olga');
    expect(await reset('olga')).toMatchObject({ status: 409, body: { code: 'own-second-factor' } });
    expect(await factorOf('olga')).toBeDefined();
  });
});
