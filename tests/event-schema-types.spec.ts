import { join } from 'node:path';
import ts from 'typescript';

const repository = join(import.meta.dirname, '..');
const notAssignable = 2322;
const noSuchProperty = 2339;
const missingArgument = 2554;
const missingProperty = 2741;

/** What is tried, the fields of an event, and the compiler's answer. */
const snippets: readonly (readonly [name: string, fields: string, errors: readonly number[]])[] = [
  ['personal text with its purpose', `{ name: field.personal('contact') }`, []],
  ['public text with its reason', `{ title: field.publicText('printed on the poster') }`, []],
  ['a bare type name', `{ name: 'string' }`, [notAssignable]],
  ['the String constructor', `{ name: String }`, [missingProperty]],
  ['an invented kind', `{ name: { kind: 'string' } }`, [notAssignable]],
  ['a bare string in a record', `{ at: field.record({ name: 'string' }) }`, [notAssignable]],
  ['a string builder', `{ name: field.string() }`, [noSuchProperty]],
  ['public text without a reason', `{ name: field.publicText() }`, [missingArgument]],
  ['personal text without a purpose', `{ name: field.personal() }`, [missingArgument]],
];

const fileOf = (name: string) => join(repository, 'tests', `planted-${name.replaceAll(' ', '-')}.ts`);
const texts = new Map(
  snippets.map(([name, fields]) => [
    fileOf(name),
    `import { defineEvents, field } from '@lotsennetz/kernel';\nexport { field };\nexport const events = defineEvents({ VolunteerRegistered: ${fields} });\n`,
  ]),
);

let program: ts.Program;
beforeAll(() => {
  program = programOf(texts);
}, 60_000);

it.each(snippets)('in an event schema, %s: %s', (name, _, errors) => {
  const diagnostics = program.getSemanticDiagnostics(program.getSourceFile(fileOf(name)));
  expect(diagnostics.map(({ code }) => code)).toEqual(errors);
});

/** A program of files that exist in memory only, with the compiler options of this workspace. */
function programOf(files: ReadonlyMap<string, string>): ts.Program {
  const { config } = ts.readConfigFile(join(repository, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, repository);
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => files.has(path) || disk.fileExists(path),
    readFile: (path) => files.get(path) ?? disk.readFile(path),
    getSourceFile: (path, version) => {
      const text = files.get(path);
      return text === undefined ? disk.getSourceFile(path, version) : ts.createSourceFile(path, text, version);
    },
  };
  return ts.createProgram([...files.keys()], options, host);
}
