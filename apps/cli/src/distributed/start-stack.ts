import type { Config } from '@lotsennetz/platform';
import { stopOnSignal } from '../stop-on-signal.js';
import { startLocalServers } from './local-servers.js';

/** Starts the servers of this machine for development, prints the settings that reach them, and keeps them until it is told to stop. */
export async function startStack(config: Config): Promise<void> {
  const servers = await startLocalServers(config.dataFolder, {});
  for (const [variable, address] of Object.entries(servers.settings)) console.log(`export ${variable}=${address}`);
  stopOnSignal(() => servers.stop(), 60_000);
}
