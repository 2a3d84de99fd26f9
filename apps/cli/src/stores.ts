import { FoldCache, randomIds, systemClock, type CommandPorts } from '@lotsennetz/kernel';
import {
  claimDataFolder,
  DataFolderInUse,
  logBesideOutput,
  openServicePorts,
  openSharedPorts,
  serve,
  type Config,
  type Deployment,
  type ServicePorts,
  type SharedPorts,
} from '@lotsennetz/platform';
import { identity, services } from '@lotsennetz/suite';

/** The stores, opened beside or instead of a running platform. */
export interface Stores {
  readonly shared: SharedPorts;
  ports(service: string): ServicePorts;
  /** What a command of that service needs. */
  commandPorts(service: string): CommandPorts;
}

/** Opens the configured stores directly, does the work, and closes them again. */
export async function withStores<Result>(config: Config, work: (stores: Stores) => Promise<Result>): Promise<Result> {
  logBesideOutput(config.log);
  const shared = openSharedPorts(config);
  const opened = new Map<string, ServicePorts>();
  const ports = (service: string) => {
    const known = opened.get(service) ?? openServicePorts(config, service);
    opened.set(service, known);
    return known;
  };
  const commandPorts = (service: string) => ({
    ...ports(service),
    keys: shared.keys,
    clock: systemClock,
    ids: randomIds,
    folds: new FoldCache(),
  });
  try {
    return await work({ shared, ports, commandPorts });
  } finally {
    for (const each of opened.values()) {
      await each.eventStore.close();
      await each.readModels.close();
    }
    await shared.bus.close();
    await shared.keys.close();
  }
}

/** Whether a platform, or one of its services, runs on the configured data folder now. */
function platformRuns(config: Config): boolean {
  try {
    claimDataFolder(
      config,
      services.map((service) => service.name),
    ).release();
    return false;
  } catch (error) {
    if (error instanceof DataFolderInUse) return true;
    throw error;
  }
}

/**
 * Lets events travel while no platform runs: the services work without HTTP until everything is published and handled.
 * Does nothing when a platform runs, which does the same.
 */
export async function letEventsTravel(
  config: Config,
  names: readonly string[] = services.map((service) => service.name),
): Promise<void> {
  if (platformRuns(config)) return;
  const deployment: Deployment = await serve({
    config,
    services: services.filter((service) => names.includes(service.name)),
    identity,
    headless: true,
  });
  await deployment.settled();
  await deployment.close();
}
