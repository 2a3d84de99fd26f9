import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** One configuration for every project; `tools/jest.mjs` runs it with the project's folder as root. */
export default {
  testEnvironment: 'node',
  // A hanging test must end, a slow machine must not fail: speed is measured in benchmarks only.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.long\\.spec\\.ts$'],
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['reflect-metadata'],
  setupFilesAfterEnv: [new URL('tools/test-state.mjs', import.meta.url).pathname],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { ...swc, $schema: undefined, swcrc: false, configFile: false, sourceMaps: 'inline', module: { type: 'es6' } },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['@lotsennetz/source', 'node', 'node-addons'] },
  // Shared by all projects, so that a library is compiled once for every service that tests with it.
  cacheDirectory: new URL('node_modules/.cache/jest', import.meta.url).pathname,
};
