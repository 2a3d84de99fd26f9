import { SampleWorkspace, type Files } from './sample-workspace.js';

/** Folder of a project -> the package name that others import. */
const projects = {
  'libs/kernel': 'kernel',
  'libs/contracts': 'contracts',
  'libs/assignment': 'assignment',
  'libs/testing': 'testing',
  'libs/platform': 'platform',
  'libs/identity': 'identity',
  'libs/adapters/sqlite': 'adapter-sqlite',
  'libs/adapters/kafka': 'adapter-kafka',
  'services/training': 'training',
  'services/matching': 'matching',
  'apps/suite': 'suite',
  'apps/cli': 'cli',
  'apps/portal': 'portal',
  'apps/kiosk': 'kiosk',
} as const;

const packages = [
  'kafkajs',
  '@eventstore/db-client',
  'mongoose',
  '@nestjs/common',
  'csv-parse',
  'fast-check',
  'leftover',
];
const declared = packages.filter((name) => name !== 'leftover' && name !== 'fast-check');

/** Every import here is allowed. */
const allowed: Files = {
  'libs/kernel/src/index.ts': `export * from './envelope.js';`,
  'libs/kernel/src/envelope.ts': `import 'node:crypto'; export const envelope = 1;`,
  'libs/kernel/src/envelope.spec.ts': `import 'fast-check'; import './envelope.js';`,
  'libs/contracts/src/index.ts': `import '@lotsennetz/kernel';`,
  'libs/assignment/src/index.ts': `export {};`,
  'libs/testing/src/index.ts': `import '@lotsennetz/kernel'; import '@lotsennetz/contracts';`,
  'libs/adapters/sqlite/src/index.ts': `import '@lotsennetz/kernel'; import 'node:sqlite';`,
  'libs/adapters/sqlite/src/sqlite.int.spec.ts': `import '@lotsennetz/testing'; import './index.js';`,
  'libs/adapters/sqlite/bench/append.ts': `import 'node:sqlite'; import '../src/index.js';`,
  'libs/adapters/kafka/src/index.ts': `import '@lotsennetz/kernel'; import 'kafkajs';`,
  'libs/adapters/eventstoredb/src/index.ts': `import '@eventstore/db-client';`,
  'libs/adapters/mongo/src/index.ts': `import 'mongoose';`,
  'libs/platform/src/index.ts': `import '@lotsennetz/adapter-sqlite'; import '@lotsennetz/contracts'; import '@nestjs/common';`,
  'libs/identity/src/index.ts': `import '@lotsennetz/kernel'; import '@lotsennetz/platform';`,
  'services/training/src/index.ts': `export * from './training.module.js'; export * from './published-events.js';`,
  'services/training/src/training.module.ts': `import './enrol-volunteer/enrol-volunteer.http.js'; import '@lotsennetz/platform';`,
  'services/training/src/published-events.ts': `import './course/course.events.js'; import '@lotsennetz/contracts';`,
  'services/training/src/problem-codes.ts': `import './course/course.state.js';`,
  'services/training/src/training.journey.spec.ts': `import './course-list/course-list.projection.js';`,
  'services/training/src/course/course.events.ts': `import '@lotsennetz/kernel';`,
  'services/training/src/course/course.state.ts': `import type {} from './course.events.js';`,
  'services/training/src/course/course.stream.ts': `import './course.state.js';`,
  'services/training/src/course/seats.ts': `import './course.state.js';`,
  'services/training/src/course-list/course-list.projection.ts': `import '../course/course.events.js';`,
  'services/training/src/enrol-volunteer/enrol-volunteer.decider.ts': `import '../course/course.stream.js';`,
  'services/training/src/enrol-volunteer/enrol-volunteer.decider.spec.ts': `import '@lotsennetz/testing'; import './enrol-volunteer.decider.js';`,
  'services/training/src/enrol-volunteer/enrol-volunteer.http.ts': `import './enrol-volunteer.decider.js'; import '../problem-codes.js'; import '@nestjs/common';`,
  'services/matching/src/index.ts': `import '@lotsennetz/assignment'; import '@lotsennetz/platform';`,
  'apps/suite/src/index.ts': `import '@lotsennetz/training'; import '@lotsennetz/matching'; import '@lotsennetz/platform';`,
  'apps/cli/src/index.ts': `import '@lotsennetz/suite'; import '@lotsennetz/platform'; import '@lotsennetz/kernel';`,
  'apps/portal/src/main.ts': `import './app/shell.js';`,
  'apps/portal/src/app/shell.ts': `import '../features/today/today-page.js'; import '../features/volunteers/volunteers-page.js';`,
  'apps/portal/src/features/today/today-page.ts': `import '../../ui/button.js'; import '../../api/client.js';`,
  'apps/portal/src/features/volunteers/volunteers-page.ts': `import '../../ui/button.js';`,
  'apps/portal/src/ui/button.ts': `import '../api/client.js';`,
  'apps/portal/src/api/client.ts': `export {};`,
  'apps/kiosk/src/index.ts': `import 'csv-parse';`,
  'tests/layout.spec.ts': `import '@lotsennetz/kernel'; import './crash/platform-process.js';`,
  'tests/crash/platform-process.ts': `import '@lotsennetz/suite'; import '@lotsennetz/platform';`,
};

/** A workspace of this layout in which nothing is wrong yet; the caller disposes of it. */
export function faultlessWorkspace(): SampleWorkspace {
  const workspace = new SampleWorkspace();
  const folders = [...Object.keys(projects), 'libs/adapters/eventstoredb', 'libs/adapters/mongo', 'tests'];
  workspace.write({ ...allowed, 'package.json': manifest('sample') });
  for (const folder of folders) workspace.write({ [`${folder}/package.json`]: manifest(folder) });
  for (const [folder, name] of Object.entries(projects)) workspace.link(`node_modules/@lotsennetz/${name}`, folder);
  for (const name of packages) {
    workspace.write({ [`node_modules/${name}/package.json`]: `{ "name": "${name}", "main": "index.js" }` });
    workspace.write({ [`node_modules/${name}/index.js`]: '' });
  }
  return workspace;
}

function manifest(name: string): string {
  const dependencies = Object.fromEntries(declared.map((dependency) => [dependency, '1.0.0']));
  const exports = { '.': { '@lotsennetz/source': './src/index.ts', default: './dist/index.js' } };
  return JSON.stringify({ name, type: 'module', exports, dependencies });
}
