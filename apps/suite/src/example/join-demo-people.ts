import { demoIdentity } from '@lotsennetz/identity';
import { deriveId, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { signInvitation } from '@lotsennetz/platform';
import { acceptInvitationAs, appointMember } from '@lotsennetz/registration';
import type { PlatformClient } from '../import-rosters/platform-client.js';
import { demoPeople, type DemoMember } from './demo-people.js';

/** Makes the people of the example members of their tenants, as an invitation and its acceptance would. May be repeated. */
export async function joinDemoPeople(
  registration: CommandPorts,
  { tenant, client }: { readonly tenant: string; readonly client: PlatformClient },
): Promise<void> {
  for (const person of demoPeople.filter((each) => each.tenant === tenant)) {
    const invitation = await invitationFor(person, { registration, client });
    if (invitation === undefined) continue;
    await acceptInvitationAs(registration, { tenant, invitation, identity: demoIdentity(person.key) });
  }
}

interface Ports {
  readonly registration: CommandPorts;
  readonly client: PlatformClient;
}

async function invitationFor(person: DemoMember, ports: Ports) {
  if (person.role === 'volunteer') return invitedVolunteer(ports, person);
  return person.role === 'newcomer' ? invitedHousehold(ports, person) : appointed(ports.registration, person);
}

async function appointed(registration: CommandPorts, { key, name, tenant, role }: DemoMember): Promise<string> {
  const [givenName = '', familyName = ''] = name.split(' ');
  const { invitation } = await appointMember(registration, {
    tenant,
    roles: [role],
    person: { givenName, familyName, email: `${key}@example.org` },
    membershipId: deriveId('demo-membership', key),
  });
  return invitation;
}

/** The first volunteer who is active gets an account. */
async function invitedVolunteer(ports: Ports, { tenant, key }: DemoMember): Promise<string | undefined> {
  const page = await ports.client.get<{ readonly items: readonly { readonly id: string }[] }>(
    `/registration/${tenant}/volunteers?status=active&limit=1`,
  );
  const [volunteer] = page.items;
  return volunteer && invited(ports, { tenant, key, role: 'volunteer', personId: volunteer.id });
}

/** A household with one request, which waits: nobody of the example speaks its language, and the board says so. */
async function invitedHousehold(ports: Ports, { tenant, key }: DemoMember): Promise<string> {
  const { client } = ports;
  const household = { householdSize: 4, languages: ['ti'], town: 'Siegen', postalCode: '57072' };
  const { id: personId } = await client.post<{ readonly id: string }>(
    `/registration/${tenant}/newcomers`,
    { givenName: 'Senait', familyName: 'Haile', phone: '0271 5550044', preferredLanguage: 'en', ...household },
    `example-household-${key}`,
  );
  const wish = { newcomerId: personId, askedBy: 'self', topics: ['school', 'health'], ...household };
  await client.post(`/matching/${tenant}/requests`, wish, `example-request-${key}`);
  return invited(ports, { tenant, key, role: 'newcomer', personId });
}

async function invited(
  { client, registration }: Ports,
  { tenant, key, ...wish }: Pick<DemoMember, 'tenant' | 'key' | 'role'> & { readonly personId: string },
): Promise<string> {
  const address = `/registration/${tenant}/accounts`;
  const { id } = await client.post<{ readonly id: string }>(address, wish, `example-account-${key}`);
  // Of somebody with an address the answer leaves it to the mail, which nobody of the example reads.
  return signInvitation(registration.keys, TenantScope.of(tenant), { membershipId: id, number: 1 });
}
