import type { FastifyInstance } from 'fastify';
import { auditAnswers } from '../audit/audit-hooks.js';
import type { Config } from '../config.js';
import type { Deployment } from '../deployment.js';
import type { ServiceRuntime } from '../service-runtime.js';
import { refuseDeepBody } from './body-limits.js';
import { leaveWhenStopping } from './leave-when-stopping.js';
import { limitRates } from './rate-limits.js';
import { securityHeaders } from './security-headers.js';
import { bodyLimitBytes } from './server-limits.js';
import { unwrapWritten } from './written.js';

interface Behind {
  readonly config: Config;
  readonly runtimes: ReadonlyMap<string, ServiceRuntime>;
  readonly deployment: Deployment;
}

/** What every request passes before a route, and every answer after it. */
export async function prepareEdge(server: FastifyInstance, { config, runtimes, deployment }: Behind): Promise<void> {
  server.removeContentTypeParser('text/plain');
  // CSV files of rosters are text; they may be larger than a form.
  server.addContentTypeParser(
    'text/csv',
    { parseAs: 'string', bodyLimit: 5 * bodyLimitBytes },
    (_request, body, done) => done(null, body),
  );
  const https = config.publicUrl.startsWith('https:');
  server
    .addHook('onRequest', securityHeaders({ https, issuer: config.oidcIssuer }))
    .addHook('preValidation', refuseDeepBody)
    .addHook('preSerialization', unwrapWritten)
    .addHook('onSend', leaveWhenStopping(deployment));
  auditAnswers(server, runtimes);
  await limitRates(server, config, (token) => ownerOf(runtimes, token));
}

function ownerOf(runtimes: ReadonlyMap<string, ServiceRuntime>, token: string): string | undefined {
  for (const { access } of runtimes.values()) {
    const known = access.token(token);
    if (known) return known.tokenId;
  }
  return undefined;
}
