import { hashCollection, Views, type Projection } from '@lotsennetz/kernel';
import type { Config } from '@lotsennetz/platform';
import { services } from '@lotsennetz/suite';
import { withStores } from './stores.js';

export interface RebuildResult {
  readonly view: string;
  /** The rebuilt rows are those that were served before. */
  readonly equal: boolean;
  readonly hash: string;
}

/** Builds a view anew from the history, beside a running platform or without one, and lets it take over. */
export async function rebuildView(config: Config, name: string): Promise<RebuildResult> {
  const found = services
    .flatMap((service) => service.projections.map((projection) => ({ service, projection })))
    .find((each) => matches(each.service.name, each.projection, name));
  if (!found) throw new RangeError(`there is no view '${name}'; there are: ${allViews().join(', ')}`);
  return withStores(config, async (stores) => {
    const ports = stores.ports(found.service.name);
    const views = new Views(ports, found.service.projections);
    const before = await ports.readModels.checkpoint(`active:${found.projection.name}`);
    const { collection } = await views.rebuild(found.projection.name);
    const hash = await hashCollection(ports.readModels, collection);
    return {
      view: found.projection.name,
      hash,
      equal: before !== undefined && (await hashCollection(ports.readModels, before)) === hash,
    };
  });
}

function allViews(): readonly string[] {
  return services.flatMap((service) => service.projections.map((projection) => `${service.name}/${projection.name}`));
}

function matches(service: string, projection: Projection, name: string): boolean {
  return name === projection.name || name === `${service}/${projection.name}`;
}
