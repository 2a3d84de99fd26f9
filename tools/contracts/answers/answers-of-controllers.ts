import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { schemaOfTypes, type AnswerSchema, type Lookup } from './schema-of-type.js';

const root = join(import.meta.dirname, '../../..');
const routes = ['Get', 'Post', 'Put', 'Patch', 'Delete'];
/** A class around an answer, which the edge takes off, and where in it the answer is. */
const wrapper = { name: 'Written', field: 'body' };

/**
 * What every route answers, by operation id (`VolunteerListHttp_list`), from the return types that the controllers
 * declare: they are the only place where an answer's shape is written down. Without the routes that answer nothing,
 * text or files.
 * @throws Error for a return type that says nothing, such as `object`.
 */
export function answersOfControllers(files: readonly string[] = controllerFiles()): ReadonlyMap<string, AnswerSchema> {
  const program = ts.createProgram({ rootNames: files, options: compilerOptions() });
  const checker = program.getTypeChecker();
  const answers = new Map<string, AnswerSchema>();
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`no source ${file}`);
    for (const method of routesIn(source)) {
      const schema = answerOf(method, checker);
      if (schema) answers.set(operationIdOf(method), schema);
    }
  }
  return answers;
}

function controllerFiles(): readonly string[] {
  return globSync(['libs/*/src/**/*.http.ts', 'services/*/src/**/*.http.ts', 'apps/suite/src/**/*.http.ts'], {
    cwd: root,
  })
    .sort()
    .map((file) => join(root, file));
}

function compilerOptions(): ts.CompilerOptions {
  const path = join(root, 'tsconfig.json');
  const { config } = ts.parseConfigFileTextToJson(path, readFileSync(path, 'utf8')) as { readonly config: object };
  return ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root).options;
}

function routesIn(source: ts.SourceFile): readonly ts.MethodDeclaration[] {
  const found: ts.MethodDeclaration[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node) && decoratorsOf(node).some((name) => routes.includes(name))) found.push(node);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

function decoratorsOf(method: ts.MethodDeclaration): readonly string[] {
  return (ts.getDecorators(method) ?? []).map(({ expression }) =>
    ts.isCallExpression(expression) ? expression.expression.getText() : expression.getText(),
  );
}

/** As Nest names operations. */
function operationIdOf({ parent, name }: ts.MethodDeclaration): string {
  return `${ts.isClassDeclaration(parent) ? parent.name?.text : ''}_${name.getText()}`;
}

function answerOf(method: ts.MethodDeclaration, checker: ts.TypeChecker): AnswerSchema | undefined {
  const signature = checker.getSignatureFromDeclaration(method);
  const returned = signature && checker.getAwaitedType(signature.getReturnType());
  if (!returned) throw new Error('it declares no return type');
  const bodies = (returned.isUnion() ? returned.types : [returned]).map((type) =>
    bodyOf(type, { checker, at: method }),
  );
  const json = bodies.filter((type) => !isText(type) && type.getSymbol()?.name !== 'StreamableFile');
  try {
    return json.length === 0 ? undefined : schemaOfTypes(json, { checker, at: method });
  } catch (cause) {
    throw new Error(`${operationIdOf(method)} does not say what it answers`, { cause });
  }
}

function bodyOf(type: ts.Type, { checker, at }: Lookup): ts.Type {
  const body = type.getSymbol()?.name === wrapper.name ? type.getProperty(wrapper.field) : undefined;
  return body ? checker.getTypeOfSymbolAtLocation(body, at) : type;
}

function isText({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Void)) !== 0;
}
