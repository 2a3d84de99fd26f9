import 'reflect-metadata';
import { readConfig, serve } from '@lotsennetz/platform';
import { services } from '@lotsennetz/suite';
import { childInput, serveParent, usage } from '../child.js';

export interface ServiceInput {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** One service in a process of its own, as on a cluster. */
const { name, settings } = childInput() as ServiceInput;
const deployment = await serve({
  config: readConfig({ LOTSENNETZ_REQUESTS_PER_MINUTE: '0', ...settings, PORT: '0' }),
  services: services.filter((service) => service.name === name),
});
serveParent({ port: deployment.port }, { usage }, () => deployment.close());
