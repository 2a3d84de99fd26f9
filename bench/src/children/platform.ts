import 'reflect-metadata';
import { readConfig, serve, type ServiceDefinition } from '@lotsennetz/platform';
import { createTokenFor, foundTenantNamed, registration } from '@lotsennetz/registration';
import { childInput, serveParent, usage } from '../child.js';

export interface PlatformInput {
  readonly folder: string;
  /** `registration` alone, or every service as `npm start` runs them. */
  readonly services: 'registration' | 'suite';
}

export interface PlatformReady {
  readonly port: number;
  readonly token: string;
}

/** The tenant of all benchmarks. */
const tenant = 'siegen';

const { folder, services } = childInput() as PlatformInput;
// Loaded only where it is wanted: one service alone must not carry the memory of all.
const definitions: readonly ServiceDefinition[] =
  services === 'suite' ? (await import('@lotsennetz/suite')).services : [registration];
const deployment = await serve({
  config: readConfig({ PORT: '0', LOTSENNETZ_DATA: folder, LOTSENNETZ_REQUESTS_PER_MINUTE: '0' }),
  services: definitions,
});
const owner = deployment.service('registration');

if (!owner.access.tenant(tenant))
  await foundTenantNamed(owner, { id: tenant, name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' });
const { token } = await createTokenFor(owner, { tenant, role: 'coordinator' });
await deployment.settled();

const ready: PlatformReady = { port: deployment.port ?? 0, token };
serveParent(ready, { usage, settled: () => deployment.settled() }, () => deployment.close());
