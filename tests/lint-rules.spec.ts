import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SampleWorkspace } from './sample-workspace.js';

interface Finding {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

const readsEnvironment = 'export const port = process.env.PORT;\n';
const status = `type Status = { readonly kind: 'open' } | { readonly kind: 'full' };\n`;
const everyCase = `case 'open': return 'yes'; case 'full': return 'no';`;
const answer = (cases: string) =>
  `${status}export function answer(s: Status): string { switch (s.kind) { ${cases} } }\n`;
const logging = (said: string) =>
  `class Part { private readonly logger = console; failed(error: Error): void { this.logger.error(${said}); } }\n` +
  'export const part = new Part();\n';
const lines = (count: number) => 'export {};\n'.repeat(count);

/** The rule that must fire, and nothing else, and the file that breaks it. */
const plants: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-restricted-properties', 'services/training/src/reads-environment.ts', readsEnvironment],
  ['no-restricted-properties', 'libs/platform/src/other-config.ts', readsEnvironment],
  ['no-restricted-properties', 'libs/kernel/src/unpacks-environment.ts', 'export const { env } = process;\n'],
  ['no-restricted-imports', 'libs/kernel/src/imports-environment.ts', `export { env } from 'node:process';\n`],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'libs/kernel/src/forgets-a-case.ts',
    `${status}export function log(s: Status): void { switch (s.kind) { case 'open': console.log(s); } }\n`,
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'libs/kernel/src/hides-a-case.ts',
    answer(`case 'open': return 'yes'; default: return 'no';`),
  ],
  ['no-restricted-syntax', 'libs/platform/src/logs-a-message.ts', logging('error.message')],
  ['no-restricted-syntax', 'libs/platform/src/logs-a-stack.ts', logging('`failed: ${error.stack ?? ""}`')],
  ['max-lines', 'libs/kernel/src/too-long.ts', lines(201)],
];

const allowed: readonly (readonly [file: string, text: string])[] = [
  ['libs/platform/src/config.ts', readsEnvironment],
  ['services/training/src/starts.journey.spec.ts', readsEnvironment],
  ['libs/adapters/sqlite/bench/append.ts', readsEnvironment],
  ['libs/platform/src/logs-a-name.ts', logging('error.name')],
  ['libs/kernel/src/names-every-case.ts', answer(everyCase)],
  ['libs/kernel/src/long-enough.ts', `${lines(200)}\n// A comment is not counted.\n`],
  ['libs/kernel/src/long.spec.ts', lines(300)],
];

const repository = join(import.meta.dirname, '..');
const workspace = new SampleWorkspace();
afterAll(() => workspace[Symbol.dispose]());

let findings: readonly Finding[];
beforeAll(() => {
  const tsconfig = readFileSync(join(repository, 'tsconfig.json'), 'utf8');
  const { compilerOptions } = JSON.parse(tsconfig) as { compilerOptions: object };
  workspace.write({ 'package.json': '{ "type": "module" }', 'tsconfig.json': JSON.stringify({ compilerOptions }) });
  workspace.link('node_modules', join(repository, 'node_modules'));
  for (const [, file, text] of plants) workspace.write({ [file]: text });
  for (const [file, text] of allowed) workspace.write({ [file]: text });
  findings = lint();
}, 120_000);

it.each(plants)('%s fires in %s', (rule, file) => {
  expect(rulesBrokenBy(file)).toEqual([rule]);
});

it.each(allowed)('%s is allowed', (file) => {
  expect(rulesBrokenBy(file)).toEqual([]);
});

function rulesBrokenBy(file: string): readonly (string | null)[] {
  const finding = findings.find(({ filePath }) => filePath.endsWith(file));
  if (!finding) throw new Error(`${file} was not linted`);
  return [...new Set(finding.messages.map(({ ruleId, message }) => ruleId ?? message))];
}

/** What `npm run lint` finds in the sample workspace. */
function lint(): readonly Finding[] {
  const bin = join(repository, 'node_modules/eslint/bin/eslint.js');
  const options = ['--config', join(repository, 'eslint.config.mjs'), '--format', 'json', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...options], {
    cwd: workspace.root,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(`eslint printed nothing: ${stderr}`);
  return JSON.parse(stdout) as readonly Finding[];
}
