import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { faultlessWorkspace } from './boundaries.fixture.js';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}
interface Cruise {
  readonly totalDependenciesCruised: number;
  readonly violations: readonly Violation[];
  readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
}

/** The rule that must fire, the file that breaks it, and the import that does. */
type Plant = readonly [rule: string, file: string, imported: string];

const plants: readonly Plant[] = [
  ['imports-of-kernel', 'libs/kernel/src/planted.ts', '@lotsennetz/contracts'],
  ['imports-of-kernel', 'libs/kernel/src/planted-too.ts', '@lotsennetz/testing'],
  ['imports-of-contracts', 'libs/contracts/src/planted.ts', '@lotsennetz/platform'],
  ['imports-of-assignment', 'libs/assignment/src/planted.ts', '@lotsennetz/kernel'],
  ['imports-of-identity', 'libs/identity/src/planted.ts', '@lotsennetz/training'],
  ['imports-of-testing', 'libs/testing/src/planted.ts', '@lotsennetz/adapter-sqlite'],
  ['imports-of-adapter', 'libs/adapters/sqlite/src/planted.ts', '@lotsennetz/adapter-kafka'],
  ['imports-of-adapter', 'libs/adapters/sqlite/src/planted-too.ts', '@lotsennetz/testing'],
  ['imports-of-adapter', 'libs/adapters/sqlite/src/planted.spec.ts', '@lotsennetz/platform'],
  ['imports-of-platform', 'libs/platform/src/planted.ts', '@lotsennetz/training'],
  ['imports-of-platform', 'libs/platform/src/planted-too.ts', '@lotsennetz/testing'],
  ['imports-of-service', 'services/training/src/planted.ts', '@lotsennetz/matching'],
  ['imports-of-service', 'services/training/src/plan-course/planted.ts', '@lotsennetz/adapter-sqlite'],
  ['imports-of-service', 'services/training/src/plan-course/planted-too.ts', '@lotsennetz/assignment'],
  ['imports-of-service', 'services/training/src/plan-course/planted-fake.ts', '@lotsennetz/testing'],
  ['imports-of-service', 'services/training/src/plan-course/planted.spec.ts', '@lotsennetz/adapter-sqlite'],
  ['imports-of-matching', 'services/matching/src/planted.ts', '@lotsennetz/training'],
  ['imports-of-matching', 'services/matching/src/propose/planted.ts', '@lotsennetz/adapter-sqlite'],
  ['imports-of-suite', 'apps/suite/src/planted.ts', '@lotsennetz/adapter-sqlite'],
  ['imports-of-cli', 'apps/cli/src/planted.ts', '@lotsennetz/training'],
  ['imports-of-workspace-tests', 'tests/planted.spec.ts', '@lotsennetz/training'],
  ['imports-of-workspace-tests', 'tests/crash/planted.ts', '@lotsennetz/adapter-sqlite'],
  ['imports-of-portal', 'apps/portal/src/api/planted.ts', '@lotsennetz/contracts'],
  ['feature-to-feature', 'apps/portal/src/features/today/planted.ts', '../volunteers/volunteers-page.js'],
  ['frame-is-above', 'apps/portal/src/features/today/planted-frame.ts', '../../app/shell.js'],
  ['ui-without-features', 'apps/portal/src/ui/planted.ts', '../features/volunteers/volunteers-page.js'],
  ['words-and-calls-without-ui', 'apps/portal/src/api/planted-ui.ts', '../ui/button.js'],
  ['imports-of-unlisted', 'apps/kiosk/src/planted.ts', '@lotsennetz/kernel'],
  [
    'slice-to-slice',
    'services/training/src/plan-course/planted-slice.ts',
    '../enrol-volunteer/enrol-volunteer.http.js',
  ],
  ['slice-to-slice', 'services/training/src/plan-course/planted-deep.ts', '../course/seats.js'],
  [
    'slice-to-slice',
    'services/training/src/plan-course/planted-slice.spec.ts',
    '../course-list/course-list.projection.js',
  ],
  ['slice-to-index', 'services/training/src/plan-course/planted-index.ts', '../index.js'],
  ['shared-file-to-slice', 'services/training/src/planted-shared.ts', './course-list/course-list.projection.js'],
  ['shared-file-to-slice', 'services/training/src/matching.module.ts', './course-list/course-list.projection.js'],
  ['kafkajs-in-its-adapter', 'libs/platform/src/planted-kafka.ts', 'kafkajs'],
  ['eventstore-client-in-its-adapter', 'libs/platform/src/planted-eventstore.ts', '@eventstore/db-client'],
  ['mongoose-in-its-adapter', 'services/training/src/planted-mongoose.ts', 'mongoose'],
  ['sqlite-in-its-adapter', 'libs/platform/src/planted-sqlite.ts', 'node:sqlite'],
  ['sqlite-in-its-adapter', 'libs/platform/src/planted-sqlite.spec.ts', 'node:sqlite'],
  ['pure-without-packages', 'libs/kernel/src/planted-package.ts', 'csv-parse'],
  ['no-nest-below-platform', 'libs/contracts/src/planted-nest.ts', '@nestjs/common'],
  ['no-nest-below-platform', 'libs/adapters/sqlite/src/planted-nest.ts', '@nestjs/common'],
  ['package-not-declared', 'services/training/src/planted-leftover.ts', 'leftover'],
  ['package-not-declared', 'services/training/src/planted-tool.ts', 'fast-check'],
  ['package-not-declared', 'services/training/src/planted-leftover.spec.ts', 'leftover'],
  ['by-package-name', 'services/training/src/planted-path.ts', '../../../libs/kernel/src/index.js'],
  ['by-package-name', 'tests/planted-path.spec.ts', '../libs/kernel/src/index.js'],
  ['never-from-dist', 'services/training/src/planted-dist.ts', '../dist/built.js'],
  ['no-circular', 'services/training/src/planted-circle.ts', './planted-other-half.js'],
  ['not-resolvable', 'services/training/src/planted-nothing.ts', './no-such-file.js'],
];
const besides = {
  'services/training/dist/built.js': '',
  'services/training/src/planted-other-half.ts': `import type {} from './planted-circle.js';`,
  'services/training/src/planted-orphan.ts': 'export const alone = 1;',
};

const workspace = faultlessWorkspace();
afterAll(() => workspace[Symbol.dispose]());

let faultless: Cruise;
let planted: Cruise;
beforeAll(() => {
  faultless = cruise();
  workspace.write(besides);
  for (const [, file, imported] of plants) workspace.write({ [file]: `import type {} from '${imported}';\n` });
  planted = cruise();
}, 60_000);

it('finds nothing in a workspace that keeps the rules', () => {
  expect(faultless.violations).toEqual([]);
  expect(faultless.totalDependenciesCruised).toBeGreaterThan(40);
});

it.each(plants)('%s: %s may not import %s', (rule, file) => {
  expect(rulesBrokenBy(file)).toEqual([rule]);
});

it('no-orphans: a file that nothing needs is found', () => {
  expect(rulesBrokenBy('services/training/src/planted-orphan.ts')).toEqual(['no-orphans']);
});

it('has a planted violation for every rule', () => {
  const rules = new Set(planted.ruleSetUsed.forbidden.map((rule) => rule.name));
  expect([...new Set([...plants.map(([rule]) => rule), 'no-orphans'])].sort()).toEqual([...rules].sort());
});

it('leaves the innocent files of the planted workspace alone', () => {
  const innocent = planted.violations.filter(({ from }) => !/planted|training\/src\/matching\.module/.test(from));
  expect(innocent).toEqual([]);
});

function rulesBrokenBy(file: string): readonly string[] {
  return [...new Set(planted.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name))];
}

/** What `npm run boundaries` finds in the sample workspace. */
function cruise(): Cruise {
  const repository = join(import.meta.dirname, '..');
  const bin = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const options = ['--config', join(repository, '.dependency-cruiser.mjs'), '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...options, 'libs', 'services', 'apps', 'tests'], {
    cwd: workspace.root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(`dependency-cruiser printed nothing: ${stderr}`);
  return (JSON.parse(stdout) as { summary: Cruise }).summary;
}
