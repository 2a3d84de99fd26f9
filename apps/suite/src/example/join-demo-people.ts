import { demoIdentity } from '@lotsennetz/identity';
import { deriveId, type CommandPorts } from '@lotsennetz/kernel';
import { acceptInvitationAs, appointMember } from '@lotsennetz/registration';
import type { PlatformClient } from '../import-rosters/platform-client.js';
import { demoPeople, type DemoMember } from './demo-people.js';

/** Makes the people of the example members of their tenants, as an invitation and its acceptance would. May be repeated. */
export async function joinDemoPeople(
  registration: CommandPorts,
  { tenant, client }: { readonly tenant: string; readonly client: PlatformClient },
): Promise<void> {
  for (const person of demoPeople.filter((each) => each.tenant === tenant)) {
    const invitation =
      person.role === 'volunteer' ? await invitedVolunteer(client, person) : await appointed(registration, person);
    if (invitation === undefined) continue;
    await acceptInvitationAs(registration, { tenant, invitation, identity: demoIdentity(person.key) });
  }
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
async function invitedVolunteer(client: PlatformClient, { tenant, key }: DemoMember): Promise<string | undefined> {
  const page = await client.get<{ readonly items: readonly { readonly id: string }[] }>(
    `/registration/${tenant}/volunteers?status=active&limit=1`,
  );
  const [volunteer] = page.items;
  if (!volunteer) return undefined;
  const wish = { personId: volunteer.id, role: 'volunteer' };
  const answer = await client.post<{ readonly invitation: string | null }>(
    `/registration/${tenant}/accounts`,
    wish,
    `example-account-${key}`,
  );
  return answer.invitation ?? undefined;
}
