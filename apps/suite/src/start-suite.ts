import { serve, type Config, type Deployment } from '@lotsennetz/platform';
import { readAnswers } from './answers.js';
import {
  isUntouched,
  loadExample,
  readDemonstration,
  type ExampleHost,
  type ExampleReport,
} from './example/load-example.js';
import type { ImportProgress } from './import-rosters/import-rosters.js';
import { identity } from './identity.js';
import { PortalHttp } from './portal/portal.http.js';
import { services } from './services.js';
import { StateHttp } from './state-page/state.http.js';

export interface SuiteStart {
  readonly deployment: Deployment;
  readonly readyMs: number;
  readonly example: ExampleReport | undefined;
  readonly exampleMs: number;
}

/**
 * All services in this process. On a new data folder the example is loaded, unless `example` is false.
 * @throws DataFolderInUse when another suite has the folder.
 */
export async function startSuite(options: {
  readonly config: Config;
  readonly example: boolean;
  readonly onReady: (deployment: Deployment, readyMs: number) => void;
  readonly onProgress: (progress: ImportProgress) => void;
}): Promise<SuiteStart> {
  const since = performance.now();
  const { dataFolder } = options.config;
  const pages = [StateHttp, PortalHttp];
  const deployment = await serve({ config: options.config, services, pages, identity, answers: readAnswers() });
  const readyMs = performance.now() - since;
  const begun = readDemonstration(dataFolder) !== undefined;
  const wanted = options.example && (begun || (await isUntouched(deployment.service('registration'))));
  options.onReady(deployment, readyMs);
  const exampleSince = performance.now();
  const example = wanted ? await loadExample(hostOf(deployment), options.onProgress) : undefined;
  return { deployment, readyMs, example, exampleMs: performance.now() - exampleSince };
}

function hostOf(deployment: Deployment): ExampleHost {
  return {
    url: `http://127.0.0.1:${deployment.port ?? 0}`,
    dataFolder: deployment.config.dataFolder,
    commandPorts: deployment.service('registration'),
    settled: () => deployment.settled(),
  };
}
