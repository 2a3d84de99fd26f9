import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '@lotsennetz/contracts';
import { dayAt, handleCommand, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { token as tokenStream } from '../token/token.stream.js';
import { createToken } from './create-token.decider.js';

/** For the operator's command line: a new token of 256 random bits. Only its hash is stored; it cannot be shown again. */
export async function createTokenFor(
  ports: CommandPorts,
  wanted: { readonly tenant: string; readonly role: Role },
): Promise<{ readonly token: string; readonly tokenId: string }> {
  const token = `lotse_${randomBytes(32).toString('base64url')}`;
  const tokenId = ports.ids.next();
  const command = {
    tokenHash: createHash('sha256').update(token).digest('hex'),
    role: wanted.role,
    on: dayAt(ports.clock.now(), 'Europe/Berlin'),
  };
  const meta = { actor: 'cli', correlationId: ports.ids.next() };
  await handleCommand(ports, {
    stream: tokenStream,
    scope: TenantScope.of(wanted.tenant),
    id: tokenId,
    decide: createToken,
    command,
    meta,
  });
  return { token, tokenId };
}
