import { roles as allRoles, type Role } from '@lotsennetz/contracts';
import { platformTenant, type Config } from '@lotsennetz/platform';
import { appointMember, dismissMember, invitedPerson, resetSecondFactorOf } from '@lotsennetz/suite';
import { checkedFields, oneOf } from './arguments.js';
import { mustExist } from './create-token.js';
import { everyServiceKnows } from './every-service-knows.js';
import { letEventsTravel, withStores } from './stores.js';

export interface StaffOptions {
  readonly tenant: string;
  readonly role: readonly string[];
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
}

/**
 * Invites somebody to work for a tenant, or for the platform itself, and answers the link of the invitation.
 * @throws RangeError for a tenant, role, name or address that cannot be.
 */
export async function appointStaff(
  config: Config,
  { tenant, role, ...person }: StaffOptions,
): Promise<{ readonly membershipId: string; readonly link: string }> {
  const invited = checkedFields(() => invitedPerson(person));
  const roles = role.map((each) => oneOf<Role>(allRoles, each, '--role'));
  const appointed = await withStores(config, async (stores) => {
    if (tenant !== platformTenant) await mustExist(stores, tenant);
    return appointMember(stores.commandPorts('registration'), { tenant, person: invited, roles });
  });
  await letEventsTravel(config);
  const { membershipId, invitation } = appointed;
  return { membershipId, link: `${config.publicUrl}/join/${tenant}/${invitation}` };
}

/** Ends a membership and returns once no service honours it any more. May be repeated. */
export async function dismissStaff(
  config: Config,
  membershipId: string,
  { tenant }: { readonly tenant: string },
): Promise<void> {
  await withStores(config, (stores) => dismissMember(stores.commandPorts('registration'), { tenant, membershipId }));
  await letEventsTravel(config);
  await withStores(config, (stores) =>
    everyServiceKnows(stores, tenant, (grants) => !grants.memberships.has(membershipId)),
  );
}

/**
 * Takes a lost second factor away and ends every session of the person, who is told by mail and sets up another.
 * @throws RangeError where people sign in elsewhere, and when nobody works for the tenant under this id.
 */
export async function resetSecondFactor(
  config: Config,
  membershipId: string,
  { tenant }: { readonly tenant: string },
): Promise<void> {
  if (config.oidcIssuer !== '') throw new RangeError(`second factors are kept at ${config.oidcIssuer}; reset it there`);
  await withStores(config, (stores) =>
    resetSecondFactorOf(stores.commandPorts('registration'), { tenant, membershipId }),
  );
  await letEventsTravel(config);
}
