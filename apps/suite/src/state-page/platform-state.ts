import { parkedStreams, TenantScope } from '@lotsennetz/kernel';
import type { Deployment, ServiceRuntime } from '@lotsennetz/platform';

export interface PlatformState {
  readonly tenants: readonly TenantState[];
  /** Streams whose event a reaction could not handle; somebody must look. */
  readonly parked: number;
  /** Published events not yet handled. */
  readonly backlog: number;
}

export interface TenantState {
  readonly id: string;
  readonly name: string;
  readonly figures: readonly { readonly label: string; readonly count: number }[];
}

export async function stateOf(deployment: Deployment): Promise<PlatformState> {
  const [anyService] = deployment.services;
  const known = anyService?.access.all() ?? [];
  const tenants = await Promise.all(
    known.map(async ({ id, name }) => ({
      id,
      name,
      figures: await figuresOf(deployment.services, TenantScope.of(id)),
    })),
  );
  const parked = await Promise.all(deployment.services.map((service) => parkedStreams(service.readModels)));
  return {
    tenants: tenants.sort((a, b) => a.name.localeCompare(b.name, 'de')),
    parked: parked.flat().length,
    backlog: await deployment.backlog(),
  };
}

async function figuresOf(services: readonly ServiceRuntime[], scope: TenantScope): Promise<TenantState['figures']> {
  const figures = services.map(({ definition, readModels, views }) =>
    Promise.all(
      (definition.figures ?? []).map(async ({ label, view, filter }) => ({
        label,
        count: await readModels.count(views.collection(view.name), scope, filter),
      })),
    ),
  );
  return (await Promise.all(figures)).flat();
}
