import { deriveId, type CommandPorts, type Day } from '@lotsennetz/kernel';
import { mailedInvitation, personOfHeader, startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { acceptInvitationAs, appointMember, createTokenFor, foundTenantNamed, services } from '@lotsennetz/suite';

type Headers = Readonly<Record<string, string>>;
type StaffRole = 'administrator' | 'coordinator' | 'trainer' | 'carrier-manager' | 'analyst';

/** Somebody who calls, and all that the rules need to know about them. */
export interface Caller {
  readonly name: string;
  readonly headers: Headers;
  /** Letter of the role held in Siegen; undefined: none. */
  readonly role?: string;
  /** Without a second factor. */
  readonly oneFactor?: true;
  readonly account?: 'volunteer' | 'newcomer';
  readonly person?: true;
  readonly nobody?: true;
  readonly operator?: true;
  /** What Siegen lets the caller's county read. */
  readonly granted?: readonly ('aggregates' | 'courses' | 'shortages')[];
}

const letters = { administrator: 'A', coordinator: 'C', trainer: 'T', 'carrier-manager': 'M', analyst: 'N' } as const;
export const identityOf = (name: string) => deriveId('identity', 'test', name);
const asPerson = (name: string, factor = '') => ({ 'x-test-person': `${identityOf(name)}${factor}` });
const asToken = (token: string) => ({ authorization: `Bearer ${token}` });

/** A platform with three towns and three counties, and everybody who may or may not do something in Siegen. */
export async function openWorld(): Promise<{ readonly platform: TestDeployment; readonly callers: readonly Caller[] }> {
  const settings = { LOTSENNETZ_PUBLIC_FORMS_PER_MINUTE: '1000000' };
  const platform = await startForTest(services, { settings, callerFinders: [personOfHeader] });
  const ports = platform.service('registration');
  for (const id of ['siegen', 'kreuztal', 'netphen'])
    await foundTenantNamed(ports, { id, name: id, kind: 'municipality', timeZone: 'Europe/Berlin' });
  for (const id of ['kreis', 'nachbarkreis', 'fernkreis'])
    await foundTenantNamed(ports, { id, name: id, kind: 'county', timeZone: 'Europe/Berlin' });
  await platform.settled();
  const office = asToken((await createTokenFor(ports, { tenant: 'siegen', role: 'administrator' })).token);
  await platform.settled();
  const callers = [...(await staffOf(ports)), ...(await accountsOf(platform, office)), ...(await strangersOf(ports))];
  await letIn(platform, office, ports);
  await platform.settled();
  return { platform, callers };
}

/** Makes somebody a member as an invitation does. */
export async function join(
  ports: CommandPorts,
  tenant: string,
  name: string,
  roles: readonly (StaffRole | 'operator')[],
) {
  const person = { givenName: name, familyName: 'Test', email: `${name}@example.org` };
  const { invitation } = await appointMember(ports, { tenant, person, roles });
  const accepted = await acceptInvitationAs(ports, { tenant, invitation, identity: identityOf(name) });
  if (accepted.kind === 'refused') throw new Error(accepted.code);
  return accepted.membershipId;
}

async function staffOf(ports: CommandPorts): Promise<readonly Caller[]> {
  const callers: Caller[] = [];
  for (const role of Object.keys(letters) as StaffRole[]) {
    const { token } = await createTokenFor(ports, { tenant: 'siegen', role });
    callers.push({ name: `token of a ${role}`, headers: asToken(token), role: letters[role] });
    await join(ports, 'siegen', role, [role]);
    callers.push({ name: role, headers: asPerson(role), role: letters[role], person: true });
  }
  const half = asPerson('coordinator', ' one-factor');
  return [...callers, { name: 'coordinator by one factor', headers: half, role: 'C', oneFactor: true, person: true }];
}

async function accountsOf(platform: TestDeployment, headers: Headers): Promise<readonly Caller[]> {
  const people = [
    ['volunteer', 'volunteers', { givenName: 'Rosa', familyName: 'Nassauer', email: 'rosa@example.org' }],
    ['newcomer', 'newcomers', { givenName: 'Walid', familyName: 'Kovalenko', householdSize: 2, languages: ['ar'] }],
  ] as const;
  for (const [role, list, body] of people) {
    const made = await ok(platform.call('POST', `/registration/siegen/${list}`, { headers, body }));
    const account = { role, personId: made.id };
    const offered = await ok(platform.call('POST', '/registration/siegen/accounts', { headers, body: account }));
    const invitation = { invitation: await mailedInvitation(platform, { tenant: 'siegen', id: offered.id ?? '' }) };
    await ok(
      platform.call('POST', '/registration/siegen/invitations/accept', { headers: asPerson(role), body: invitation }),
    );
  }
  return people.map(([role]) => ({ name: role, headers: asPerson(role, ' one-factor'), account: role, person: true }));
}

async function strangersOf(ports: CommandPorts): Promise<readonly Caller[]> {
  const members = [
    ['neighbour', 'netphen', ['administrator', 'coordinator']],
    ['partner', 'kreuztal', ['coordinator', 'trainer']],
    ['county', 'kreis', ['coordinator', 'analyst']],
    ['county with courses', 'nachbarkreis', ['coordinator', 'analyst']],
    ['county of before', 'fernkreis', ['coordinator', 'analyst']],
    ['operator', 'platform', ['operator']],
  ] as const;
  for (const [name, tenant, roles] of members) await join(ports, tenant, name, roles);
  const foreign = await createTokenFor(ports, { tenant: 'netphen', role: 'administrator' });
  const county = await createTokenFor(ports, { tenant: 'kreis', role: 'analyst' });
  const old = await createTokenFor(ports, { tenant: 'siegen', role: 'administrator', validUntil: '2015-12-31' as Day });
  const person = (name: string, more: object = {}) => ({
    name,
    headers: asPerson(name),
    person: true as const,
    ...more,
  });
  return [
    person('neighbour'),
    person('partner'),
    person('county', { granted: ['aggregates'] }),
    person('county with courses', { granted: ['aggregates', 'courses'] }),
    person('county of before'),
    person('operator', { operator: true }),
    person('somebody with a sign-in and nothing else'),
    { name: 'token of a neighbour', headers: asToken(foreign.token) },
    { name: 'token of an expired administrator', headers: asToken(old.token), nobody: true },
    { name: 'token nobody has made', headers: asToken('lotse_gibtesnicht'), nobody: true },
    { name: 'anonymous', headers: {}, nobody: true },
    { name: 'token of a county’s analyst', headers: asToken(county.token), granted: ['aggregates'] },
  ];
}

/** Siegen lets some in, and one no longer. */
async function letIn(platform: TestDeployment, headers: Headers, ports: CommandPorts): Promise<void> {
  const grant = (county: string, fields: readonly string[]) =>
    ok(
      platform.call('POST', '/registration/siegen/oversights', {
        headers,
        body: { county, purpose: 'Bericht', fields, until: '2099-12-31' },
      }),
    );
  await grant('kreis', []);
  await grant('nachbarkreis', ['courses']);
  const { id } = await grant('fernkreis', ['courses']);
  await ok(platform.call('POST', `/registration/siegen/oversights/${id}/revoke`, { headers }));
  const kreuztal = asToken((await createTokenFor(ports, { tenant: 'kreuztal', role: 'administrator' })).token);
  await platform.settled();
  for (const partner of ['kreuztal', 'netphen'])
    await ok(
      platform.call('POST', '/registration/siegen/agreements', { headers, body: { partner, shares: ['courses'] } }),
    );
  // Netphen has not signed.
  const half = { partner: 'siegen', shares: ['courses'] };
  await ok(platform.call('POST', '/registration/kreuztal/agreements', { headers: kreuztal, body: half }));
}

async function ok(answer: ReturnType<TestDeployment['call']>): Promise<Readonly<Record<string, string>>> {
  const given = await answer;
  if (given.status >= 400) throw new Error(`${given.status} ${JSON.stringify(given.body)}`);
  return given.body as Readonly<Record<string, string>>;
}
