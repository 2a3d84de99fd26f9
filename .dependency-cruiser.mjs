// What may import what. `tests/boundaries.spec.ts` plants a violation of every rule here and expects that rule to fire.
import { readFileSync } from 'node:fs';

const root = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const specs = '\\.spec\\.tsx?$';
const proofs = [specs, '(^|/)bench(es)?/', '\\.bench\\.ts$'];
const ours = '^(apps|libs|services)/';

/** Each project and the other projects it may import; `inSpecs` counts for its specs and benches only. */
const projects = [
  { name: 'kernel', path: 'libs/kernel', may: [], inSpecs: ['libs/testing'] },
  { name: 'contracts', path: 'libs/contracts', may: ['libs/kernel'] },
  { name: 'assignment', path: 'libs/assignment', may: [] },
  { name: 'testing', path: 'libs/testing', may: ['libs/kernel', 'libs/contracts'] },
  { name: 'adapter', path: 'libs/adapters/[^/]+', may: ['libs/kernel'], inSpecs: ['libs/testing'] },
  {
    name: 'platform',
    path: 'libs/platform',
    may: ['libs/kernel', 'libs/contracts', 'libs/adapters'],
    inSpecs: ['libs/testing'],
  },
  { name: 'identity', path: 'libs/identity', may: ['libs/kernel', 'libs/platform'], inSpecs: ['libs/testing'] },
  {
    name: 'matching',
    path: 'services/matching',
    may: ['libs/kernel', 'libs/contracts', 'libs/platform', 'libs/assignment'],
    inSpecs: ['libs/testing'],
  },
  {
    name: 'service',
    path: 'services/(?!matching/)[^/]+',
    may: ['libs/kernel', 'libs/contracts', 'libs/platform'],
    inSpecs: ['libs/testing'],
  },
  {
    name: 'suite',
    path: 'apps/suite',
    may: ['services', 'libs/platform', 'libs/identity', 'libs/kernel'],
    inSpecs: ['libs/testing'],
  },
  {
    name: 'cli',
    path: 'apps/cli',
    may: ['apps/suite', 'libs/platform', 'libs/kernel', 'libs/contracts'],
    inSpecs: ['libs/testing'],
  },
  // It knows the services by their OpenAPI document only.
  { name: 'portal', path: 'apps/portal', may: [] },
  {
    name: 'workspace-tests',
    path: 'tests',
    may: ['apps/suite', 'libs/platform', 'libs/kernel', 'libs/contracts', 'libs/testing'],
  },
  // A new project imports nothing of ours until it has its own line above.
  {
    name: 'unlisted',
    path: '(?:apps/(?!suite/|cli/|portal/)|libs/(?!kernel/|contracts/|assignment/|testing/|adapters/|platform/|identity/))[^/]+',
    may: [],
  },
];

const projectRules = projects.flatMap(({ name, path, may, inSpecs = [] }) => {
  const rule = (from, allowed) => ({
    name: `imports-of-${name}`,
    comment: `${path} may import ${[...may, ...inSpecs.map((project) => `${project} (specs)`)].join(', ') || 'no other project'}.`,
    severity: 'error',
    from: { path: `^(${path})/`, ...from },
    to: { path: ours, pathNot: ['^$1/', ...allowed.map((project) => `^${project}/`)] },
  });
  return [
    rule({ pathNot: proofs }, may),
    rule({ path: [`^(${path})/.*(?:${proofs.join('|')})`] }, [...may, ...inSpecs]),
  ];
});

/** Packages that a later replacement must touch in one place only. */
const confined = [
  { name: 'kafkajs', path: '(^|/)node_modules/kafkajs/', home: '^libs/adapters/kafka/', benches: true },
  {
    name: 'eventstore-client',
    path: '(^|/)node_modules/@eventstore/db-client/',
    // The stub answers with the messages of the client that it stands in front of.
    home: '^libs/(adapters/eventstoredb/|testing/src/servers/eventstoredb-stub)',
  },
  { name: 'mongoose', path: '(^|/)node_modules/mongoose/', home: '^libs/adapters/mongo/' },
  { name: 'sqlite', path: '^(node:)?sqlite$', home: '^libs/adapters/sqlite/', benches: true },
];

const confinedRules = confined.map(({ name, path, home, benches }) => ({
  name: `${name}-in-its-adapter`,
  comment: `Only ${home} knows ${name}${benches ? ', and benches compare with it' : ''}.`,
  severity: 'error',
  from: { pathNot: [home, ...(benches ? proofs.slice(1) : [])] },
  to: { path },
}));

const streamFiles = '[^/]+/[^/]+\\.(events|state|stream|body|view)\\.ts$';

const sliceRules = [
  {
    name: 'slice-to-slice',
    comment:
      'Slices share only the folder of a stream: *.events.ts, *.state.ts, *.stream.ts, the *.body.ts that sends it and the *.view.ts that several read.',
    severity: 'error',
    from: { path: '^(services/[^/]+/src)/([^/]+)/' },
    to: { path: '^$1/[^/]+/', pathNot: ['^$1/$2/', `^$1/${streamFiles}`] },
  },
  {
    name: 'slice-to-index',
    comment: 'The index lists the slices for others; a slice that imports it imports all of them.',
    severity: 'error',
    from: { path: '^(services/[^/]+/src)/[^/]+/' },
    to: { path: '^$1/index\\.ts$' },
  },
  {
    name: 'shared-file-to-slice',
    comment:
      'Files beside the slices serve them; only the index, the published events, the module with its list of views and specs know slices.',
    severity: 'error',
    from: {
      path: '^(services/[^/]+/src)/[^/]+\\.ts$',
      pathNot: ['/src/(?:index|published-events)\\.ts$', '^services/([^/]+)/src/\\1\\.(?:module|views)\\.ts$', specs],
    },
    to: { path: '^$1/[^/]+/', pathNot: `^$1/${streamFiles}` },
  },
];

const portal = '^apps/portal/src';

const portalRules = [
  {
    name: 'feature-to-feature',
    comment: 'A screen stands alone: what several share is in ui, api or i18n.',
    severity: 'error',
    from: { path: `${portal}/features/([^/]+)/` },
    to: { path: `${portal}/features/`, pathNot: `${portal}/features/$1/` },
  },
  {
    name: 'frame-is-above',
    comment: 'Routes load features; features, ui, api and i18n do not know the frame around them.',
    severity: 'error',
    from: { path: `${portal}/(features|ui|api|i18n)/` },
    to: { path: `${portal}/(app/|main\\.tsx$)` },
  },
  {
    name: 'ui-without-features',
    comment: 'What several features share knows none of them; api and i18n are below ui.',
    severity: 'error',
    from: { path: `${portal}/(?:ui|api|i18n)/` },
    to: { path: `${portal}/features/` },
  },
  {
    name: 'words-and-calls-without-ui',
    comment: 'api and i18n are below ui.',
    severity: 'error',
    from: { path: `${portal}/(?:api|i18n)/` },
    to: { path: `${portal}/ui/` },
  },
];

const packageRules = [
  {
    name: 'pure-without-packages',
    comment: 'Kernel, contracts and the solver run anywhere: Node and themselves, no npm package.',
    severity: 'error',
    from: { path: '^libs/(kernel|contracts|assignment)/', pathNot: proofs },
    to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/@nestjs/' },
  },
  {
    name: 'no-nest-below-platform',
    comment: 'The decision code and the stores outlive the web framework.',
    severity: 'error',
    from: { path: '^libs/(kernel|contracts|assignment|adapters)/' },
    to: { path: '(^|/)node_modules/@nestjs/' },
  },
  {
    name: 'package-not-declared',
    comment: 'Declare it in the package.json of the project that imports it.',
    severity: 'error',
    from: { path: `${ours}|^tests/`, pathNot: proofs },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'package-not-declared',
    comment: 'Specs and benches may also use the tools that the workspace root declares.',
    severity: 'error',
    from: { path: proofs },
    to: {
      dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
      pathNot: Object.keys(root.devDependencies).map((name) => `(^|/)node_modules/${name}/`),
    },
  },
];

const generalRules = [
  {
    name: 'by-package-name',
    comment: 'Import another project as @lotsennetz/<name>, never by a relative path into its folder.',
    severity: 'error',
    from: { path: '^((?:libs/adapters|libs|services|apps)/(?!adapters/)[^/]+|tests|bench)/' },
    to: { path: ours, pathNot: '^$1/', dependencyTypes: ['local'] },
  },
  {
    name: 'never-from-dist',
    comment: 'dist is what the build made of src; benches measure it, as people run it.',
    severity: 'error',
    from: { pathNot: '(^|/)bench(es)?/' },
    to: { path: '(^|/)dist/', pathNot: '(^|/)node_modules/' },
  },
  {
    name: 'no-circular',
    comment: 'Also no circle of types.',
    severity: 'error',
    from: { path: ours },
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'Nothing imports it and it imports nothing: delete it, or use it.',
    severity: 'error',
    from: {
      orphan: true,
      path: ours,
      pathNot: ['/src/(index|main)\\.tsx?$', '^apps/portal/vite\\.config\\.ts$', ...proofs],
    },
    to: {},
  },
  {
    name: 'not-resolvable',
    comment: 'The file or package does not exist. Benches measure dist, which may not be built yet.',
    severity: 'error',
    from: { pathNot: '(^|/)bench(es)?/' },
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: [...projectRules, ...sliceRules, ...portalRules, ...confinedRules, ...packageRules, ...generalRules],
  options: {
    doNotFollow: { path: '(^|/)(node_modules|dist)/' },
    // Sees `import type` too: a type is as much of a dependency as a value.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@lotsennetz/source', 'import', 'node', 'default'],
    },
  },
};
