import { staffRoles, type Role, type ServiceName } from '@lotsennetz/contracts';
import { dayAt, defaultTimeZone, handleCommand, TenantScope, type CommandPorts, type Day } from '@lotsennetz/kernel';
import { platformTenant } from '@lotsennetz/platform';
import { newToken } from '../token/token.body.js';
import { token as tokenStream } from '../token/token.stream.js';
import { createToken } from './create-token.decider.js';

export interface WantedToken {
  readonly tenant: string;
  readonly role: Role;
  /** The last day. */
  readonly validUntil?: Day;
  readonly services?: readonly ServiceName[];
  readonly readOnly?: boolean;
}

/**
 * For the operator's command line: a new token of 256 random bits. Only its hash is stored; it cannot be shown again.
 * @throws RangeError for a role that no machine can have there: nobody's own account is a machine's.
 */
export async function createTokenFor(
  ports: CommandPorts,
  { tenant, ...wanted }: WantedToken,
): Promise<{ readonly token: string; readonly tokenId: string }> {
  const held: readonly Role[] = tenant === platformTenant ? ['operator'] : staffRoles;
  if (!held.includes(wanted.role)) throw new RangeError(`a token of '${tenant}' acts as one of ${held.join(', ')}`);
  const { token, tokenHash } = newToken();
  const tokenId = ports.ids.next();
  await handleCommand(ports, {
    stream: tokenStream,
    scope: TenantScope.of(tenant),
    id: tokenId,
    decide: createToken,
    command: { right: { tokenHash, ...wanted }, on: dayAt(ports.clock.now(), defaultTimeZone) },
    meta: { actor: 'cli', correlationId: ports.ids.next() },
  });
  return { token, tokenId };
}
