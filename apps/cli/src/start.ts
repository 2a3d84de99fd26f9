import type { Config, Deployment } from '@lotsennetz/platform';
import { startSuite, type ImportProgress } from '@lotsennetz/suite';
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
    if (started.example) announceExample(started.deployment, started.example, started.exampleMs);
    stopOnSignal(started.deployment);
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
  console.log(`  state      ${address(deployment)}/status`);
  console.log(`  API        ${address(deployment)}/api/docs`);
  console.log(`  data       ${dataFolder}`);
}

function announceExample(
  deployment: Deployment,
  example: { readonly loadedNow: boolean; readonly tokens: Readonly<Record<string, string>> },
  exampleMs: number,
): void {
  if (example.loadedNow) console.log(`Example loaded in ${seconds(exampleMs)}.`);
  console.log('This is a demonstration with fictional people; its tokens are stored in the data folder. Try the API:');
  for (const [tenant, token] of Object.entries(example.tokens)) console.log(`  ${tenant.padEnd(10)} ${token}`);
  const [tenant, token] = Object.entries(example.tokens)[0] ?? [];
  if (tenant && token)
    console.log(
      `  curl -H "Authorization: Bearer ${token}" "${address(deployment)}/reporting/${tenant}/reports/integration"`,
    );
}

function address(deployment: Deployment): string {
  return `http://localhost:${deployment.port ?? 0}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
