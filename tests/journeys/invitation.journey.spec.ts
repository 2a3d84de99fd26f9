import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveId } from '@lotsennetz/kernel';
import { mailedInvitation, personOfHeader, startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { appointMember, createTokenFor, foundTenantNamed, services } from '@lotsennetz/suite';

// Who is invited, by an office or by whoever runs the platform, gets the link by mail.

const inviting = services.filter(({ name }) => ['registration', 'notifications'].includes(name));

describe('invitations by mail', () => {
  let platform: TestDeployment;
  let administrator: string;
  const mails = (tenant: string) => {
    const folder = join(platform.folder, 'mail', tenant);
    return existsSync(folder)
      ? readdirSync(folder).map((file) => readable(readFileSync(join(folder, file), 'utf8')))
      : [];
  };
  const call = (method: string, path: string, body?: unknown) =>
    platform.call(method, `/registration/siegen${path}`, { body, token: administrator });
  const linkTo = (tenant: string, invitation: string) => `https://lotsen.example.org/join/${tenant}/${invitation}`;

  beforeAll(async () => {
    platform = await startForTest(inviting, {
      callerFinders: [personOfHeader],
      settings: { LOTSENNETZ_PUBLIC_URL: 'https://lotsen.example.org' },
    });
    const runtime = platform.service('registration');
    await foundTenantNamed(runtime, { id: 'siegen', name: 'Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' });
    administrator = (await createTokenFor(runtime, { tenant: 'siegen', role: 'administrator' })).token;
    await platform.settled();
  });
  afterAll(() => platform.close());

  it('an office invites, and invites again', async () => {
    const ines = { givenName: 'Ines', familyName: 'Demir', email: 'ines.demir@example.org', roles: ['coordinator'] };
    const { body: first } = await call('POST', '/staff', { ...ines, preferredLanguage: 'en' });
    const at = { tenant: 'siegen', id: first.id as string };
    expect(first.invitation).toBeNull();
    const invitation = await mailedInvitation(platform, at);
    await platform.eventually(() => {
      expect(mails('siegen')).toEqual([expect.stringContaining(linkTo('siegen', invitation))]);
      return Promise.resolve();
    });
    expect(mails('siegen')[0]).toContain('Hello Ines Demir,');
    const { body: second } = await call('POST', `/staff/${first.id as string}/invite-again`);
    expect(second.invitation).toBeNull();
    const later = await mailedInvitation(platform, { ...at, number: 2 });
    await platform.eventually(() => {
      expect(mails('siegen')).toContainEqual(expect.stringContaining(linkTo('siegen', later)));
      return Promise.resolve();
    });
  });

  it('an office is told the link of those to whom no mail goes', async () => {
    const open = async (facts: object) => {
      const { body: person } = await call('POST', '/volunteers', { familyName: 'Yilmaz', languages: ['de'], ...facts });
      const account = { role: 'volunteer', personId: person.id as string };
      return { id: person.id as string, again: async () => (await call('POST', '/accounts', account)).body };
    };
    const emre = await open({ givenName: 'Emre', phone: '0271 55500024' });
    const { id, invitation } = await emre.again();
    expect(invitation).toBe(await mailedInvitation(platform, { tenant: 'siegen', id: id as string }));
    const rosa = await open({ givenName: 'Rosa', email: 'rosa@example.org' });
    expect(await rosa.again()).toMatchObject({ invitation: null });
    expect((await call('POST', '/restrictions', { subjectId: rosa.id, ground: 'accuracy-contested' })).status).toBe(
      201,
    );
    expect(await rosa.again()).toMatchObject({ invitation: expect.any(String) as string });
    expect((await call('DELETE', `/restrictions/${rosa.id}`)).status).toBe(200);
    expect((await call('PATCH', `/volunteers/${rosa.id}`, { clear: ['email'], phone: '0271 55500025' })).status).toBe(
      200,
    );
    expect(await rosa.again()).toMatchObject({ invitation: expect.any(String) as string });
  });

  it('whoever runs the platform invites for it', async () => {
    const person = { givenName: 'Olga', familyName: 'Brandt', email: 'olga.brandt@example.org' };
    const appointment = { tenant: 'platform', roles: ['operator'], person } as const;
    const { invitation } = await appointMember(platform.service('registration'), appointment);
    await platform.eventually(() => {
      expect(mails('platform')).toEqual([expect.stringContaining(linkTo('platform', invitation))]);
      return Promise.resolve();
    });
    const headers = { 'x-test-person': deriveId('identity', 'olga') };
    const accepted = await platform.call('POST', '/registration/platform/invitations/accept', {
      headers,
      body: { invitation },
    });
    expect(accepted.status).toBe(200);
    await platform.settled();
    expect((await platform.call('GET', '/registration/platform/tenants', { headers })).status).toBe(200);
  });
});

/** Quoted-printable as people read it. */
function readable(mail: string): string {
  return mail
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
