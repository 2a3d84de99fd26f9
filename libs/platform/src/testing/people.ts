import { systemClock, TenantScope } from '@lotsennetz/kernel';
import type { CallerFinder } from '../access/caller.js';
import { signInvitation } from '../access/invitation.js';
import type { Config } from '../config.js';
import { openDocuments } from '../open-ports.js';
import type { ServiceRuntime } from '../service-runtime.js';
import { sessionCookie } from '../session/cookies.js';
import { csrfTokenOf } from '../session/session.js';
import { Sessions } from '../session/sessions.js';

/**
 * Lets a test be anybody: `x-test-person: <identity>`, or `<identity> one-factor`. In tests only, where no sign-in is
 * what is tried.
 */
export const personOfHeader: CallerFinder = ({ headers }) => {
  const [identity, factor] = (headers['x-test-person']?.toString() ?? '').split(' ');
  if (!identity) return undefined;
  return { kind: 'person', identity, secondFactor: factor !== 'one-factor', sessionId: 'test' };
};

/** Headers of a browser in which this person is signed in, with both factors, at a platform on the same configuration. */
export async function signedInHeaders(config: Config, identity: string): Promise<Readonly<Record<string, string>>> {
  const documents = openDocuments(config, 'sessions');
  try {
    const sessions = new Sessions(documents, systemClock);
    await sessions.open();
    const id = await sessions.begin({ identity, secondFactor: true });
    return { cookie: `${sessionCookie}=${id}`, 'x-csrf-token': csrfTokenOf(id) };
  } finally {
    await documents.close();
  }
}

/** What the link of an invitation holds that is told to nobody but its mail. */
export function mailedInvitation(
  platform: { service(name: string): ServiceRuntime },
  { tenant, id, number = 1 }: { readonly tenant: string; readonly id: string; readonly number?: number },
): Promise<string> {
  const { keys } = platform.service('registration');
  return signInvitation(keys, TenantScope.of(tenant), { membershipId: id, number });
}
