import { dayAt, defaultTimeZone, handleCommand, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { token } from '../token/token.stream.js';
import { revokeToken } from '../revoke-token.decider.js';

/**
 * For the operator's command line: the token is honoured no longer, once every service has learnt of it. May be repeated.
 * @throws RangeError when the tenant has no such token.
 */
export async function revokeTokenOf(
  ports: CommandPorts,
  wanted: { readonly tenant: string; readonly tokenId: string },
): Promise<void> {
  const outcome = await handleCommand(ports, {
    stream: token,
    scope: TenantScope.of(wanted.tenant),
    id: wanted.tokenId,
    decide: revokeToken,
    command: { on: dayAt(ports.clock.now(), defaultTimeZone) },
    meta: { actor: 'cli', correlationId: ports.ids.next() },
  });
  if (outcome.kind === 'refused')
    throw new RangeError(`the tenant '${wanted.tenant}' has no token '${wanted.tokenId}'`);
}
