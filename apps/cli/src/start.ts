import type { Config, Deployment } from '@lotsennetz/platform';
import { startSuite, type ImportProgress } from '@lotsennetz/suite';
import { announceAddresses, announceExample, seconds } from './announce.js';
import { progressLine } from './progress.js';
import { startFailure } from './start-failure.js';
import { stopOnSignal } from './stop-on-signal.js';

/** Starts everything in this process and keeps running until it is told to stop. */
export async function start(config: Config, options: { readonly example: boolean }): Promise<void> {
  const progress = progressLine();
  try {
    const started = await startSuite({
      config,
      example: options.example,
      onReady: (deployment, readyMs) => announceReady(deployment, config, readyMs),
      onProgress: (each: ImportProgress) => progress.show(each),
    });
    progress.end();
    if (started.example) announceExample(address(started.deployment), started.example, started.exampleMs);
    stopOnSignal(() => started.deployment.close());
  } catch (error) {
    throw startFailure(error, config);
  }
}

function announceReady(deployment: Deployment, { installMs, buildMs, dataFolder }: Config, readyMs: number): void {
  const steps = [
    ...(installMs ? [`installed in ${seconds(installMs)}`] : []),
    ...(buildMs ? [`built in ${seconds(buildMs)}`] : []),
    `ready in ${seconds(readyMs)}`,
  ];
  console.log(`Lotsennetz: ${steps.join(', ')}`);
  announceAddresses(address(deployment), dataFolder);
}

function address(deployment: Deployment): string {
  return `http://localhost:${deployment.port ?? 0}`;
}
