import { serve, type Config, type ServiceDefinition } from '@lotsennetz/platform';
import { identity, PortalHttp, readAnswers, services, StateHttp } from '@lotsennetz/suite';
import { startFailure } from './start-failure.js';
import { stopOnSignal } from './stop-on-signal.js';

/**
 * Runs only these services in this process, over the configured ports, until it is told to stop. Other services run in
 * processes of their own, on this host or elsewhere; on embedded stores a service runs once.
 * @throws RangeError for a name that is no service.
 */
export async function serveServices(config: Config, names: readonly string[]): Promise<void> {
  const since = performance.now();
  try {
    const deployment = await serve({
      config,
      services: servicesNamed(names),
      pages: [StateHttp, PortalHttp],
      identity,
      answers: readAnswers(),
    });
    console.log(`Lotsennetz: ${names.join(', ')} ready in ${((performance.now() - since) / 1000).toFixed(1)} s`);
    console.log(`  state      http://localhost:${deployment.port ?? 0}/status`);
    stopOnSignal(() => deployment.close());
  } catch (error) {
    throw startFailure(error, config);
  }
}

function servicesNamed(names: readonly string[]): readonly ServiceDefinition[] {
  const known = services.map((service) => service.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new RangeError(`there is no service '${unknown}'; there are ${known.join(', ')}`);
  return services.filter((service) => names.includes(service.name));
}
