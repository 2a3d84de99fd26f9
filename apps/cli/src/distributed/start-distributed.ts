import { pause, type CommandPorts } from '@lotsennetz/kernel';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readConfig, type Config, type Progress } from '@lotsennetz/platform';
import { isUntouched, loadExample, readDemonstration, services } from '@lotsennetz/suite';
import { announceAddresses, announceExample } from '../announce.js';
import { progressLine } from '../progress.js';
import { startFailure } from '../start-failure.js';
import { stopOnSignal } from '../stop-on-signal.js';
import { withStores } from '../stores.js';
import { startChild, type Child } from './child.js';
import { openGateway } from './gateway.js';
import { startLocalServers } from './local-servers.js';

/** This very command line, from source or built. */
const self = [process.execPath, ...process.execArgv, process.argv[1] ?? ''] as const;

/** Each child has 20 s before it is killed, then the servers have some. */
const childrenWithinMs = 60_000;

/**
 * Every service in a process of its own on real servers, behind one address; loads the example like `start`. Runs until it
 * is told to stop. @throws Error with what a process said that could not start; then nothing runs any more
 */
export async function startDistributed(
  config: Config,
  options: { readonly example: boolean; readonly environment: NodeJS.ProcessEnv },
): Promise<void> {
  const servers = await startLocalServers(config.dataFolder, givenServers(options.environment));
  const children: Child[] = [];
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
    await servers.stop();
  };
  try {
    const settings = {
      ...options.environment,
      ...servers.settings,
      LOTSENNETZ_DATA: config.dataFolder,
      LOTSENNETZ_PUBLIC_URL: config.publicUrl,
    };
    const portOf = await startServices(settings, children);
    const gateway = openGateway(portOf).listen(config.port, config.host);
    await once(gateway, 'listening');
    const url = `http://localhost:${(gateway.address() as AddressInfo).port}`;
    console.log(`Lotsennetz: ${services.length} services in processes of their own`);
    announceAddresses(url, config.dataFolder);
    stopOnSignal(async () => {
      gateway.close();
      gateway.closeAllConnections();
      await stop();
    }, childrenWithinMs);
    if (options.example) await loadExampleOnce(readConfig(settings), { url, ports: [...portOf.values()] });
  } catch (error) {
    await stop();
    throw startFailure(error, config);
  }
}

/** One after the other; each is among the children as soon as it is ready. Answers their ports by name. */
async function startServices(env: NodeJS.ProcessEnv, children: Child[]): Promise<ReadonlyMap<string, number>> {
  const portOf = new Map<string, number>();
  for (const { name } of services) {
    const child = await startChild(name, [...self, 'serve', name], {
      env: { ...env, PORT: '0' },
      ready: /localhost:(\d+)\/status/,
    });
    children.push(child);
    portOf.set(name, Number(child.found));
  }
  return portOf;
}

async function loadExampleOnce(
  config: Config,
  { url, ports }: { readonly url: string; readonly ports: readonly number[] },
): Promise<void> {
  const progress = progressLine();
  await withStores(config, async (stores) => {
    const begun = readDemonstration(config.dataFolder) !== undefined;
    if (!begun && !(await isUntouched(stores.commandPorts('registration')))) {
      console.log(
        'The example is not loaded: there is a history already, whose names need the keys it was begun with.',
      );
      if (!config.eventStore.startsWith('sqlite:'))
        console.log("Another 'prefix=' in the store's address begins a new one.");
      return;
    }
    const host = {
      url,
      dataFolder: config.dataFolder,
      commandPorts: stores.commandPorts('registration') satisfies CommandPorts,
      settled: () => settled(ports),
    };
    const since = performance.now();
    const example = await loadExample(host, (each) => progress.show(each));
    progress.end();
    announceExample(url, example, performance.now() - since);
  });
}

function givenServers(environment: NodeJS.ProcessEnv) {
  const { KAFKA_URL: kafka, MONGODB_URL: mongo, EVENTSTORE_URL: eventStore } = environment;
  return { ...(kafka ? { kafka } : {}), ...(mongo ? { mongo } : {}), ...(eventStore ? { eventStore } : {}) };
}

/** Resolves when no process has anything under way, twice in a row. */
async function settled(ports: readonly number[]): Promise<void> {
  for (let before = ''; ;) {
    const all = await Promise.all(
      ports.map(async (port) => (await (await fetch(`http://127.0.0.1:${port}/health/progress`)).json()) as Progress),
    );
    const at = all.map((each) => each.at).join();
    if (all.every((each) => each.still) && at === before) return;
    before = at;
    await pause(50);
  }
}
