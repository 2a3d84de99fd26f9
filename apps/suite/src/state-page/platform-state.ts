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
  /** Empty where they are not for everybody. */
  readonly figures: readonly { readonly label: string; readonly count: number }[];
}

/**
 * What anybody may see of the platform. Figures of tenants only with `figures`: exact counts tell, when asked again
 * and again, of each household that registers.
 */
export async function stateOf(
  deployment: Deployment,
  { figures: withFigures }: { readonly figures: boolean },
): Promise<PlatformState> {
  const [anyService] = deployment.services;
  const known = anyService?.access.all() ?? [];
  const tenants = await Promise.all(
    known.map(async ({ id, name }) => ({
      id,
      name,
      figures: withFigures ? await figuresOf(deployment.services, TenantScope.of(id)) : [],
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
