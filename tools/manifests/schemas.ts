import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, each, textAt, type Json } from './document.js';

type Definitions = Readonly<Record<string, Json>>;

/**
 * Writes the JSON schemas of these documents' kinds as kubeconform looks for them, out of the OpenAPI document that
 * Kubernetes publishes with its source. A kind that Kubernetes does not know gets none, which kubeconform reports.
 */
export function writeSchemas(documents: readonly Json[], openApi: string, folder: string): void {
  const { definitions } = JSON.parse(readFileSync(openApi, 'utf8')) as { definitions: Definitions };
  mkdirSync(folder, { recursive: true });
  for (const [name, definition] of Object.entries(definitions)) {
    const [only, ...more] = each(at(definition, 'x-kubernetes-group-version-kind'));
    if (only === undefined || more.length > 0) continue;
    const { group, version, kind } = {
      group: textAt(only, 'group'),
      version: textAt(only, 'version'),
      kind: textAt(only, 'kind'),
    };
    const apiVersion = group === '' ? version : `${group}/${version}`;
    if (!documents.some((each) => at(each, 'kind') === kind && at(each, 'apiVersion') === apiVersion)) continue;
    const schema = { ...used(name, definitions), $ref: `#/definitions/${name}` };
    // kubeconform's name for it: the group's first label only.
    const file = [kind, ...(group === '' ? [] : [group.split('.')[0]]), version].join('-').toLowerCase();
    writeFileSync(join(folder, `${file}.json`), JSON.stringify(schema));
  }
}

function used(name: string, definitions: Definitions): { readonly definitions: Definitions } {
  const found: Record<string, Json> = {};
  const collect = (each: string) => {
    const definition = definitions[each];
    if (found[each] !== undefined || definition === undefined) return;
    found[each] = strict(each, definition);
    for (const [, next = ''] of JSON.stringify(definition).matchAll(/"#\/definitions\/([^"]+)"/g)) collect(next);
  };
  collect(name);
  return { definitions: found };
}

const numberToo = /(\.IntOrString|\.resource\.Quantity)$/;

/** Properties that are not listed are mistakes, which the OpenAPI document leaves open. */
function strict(name: string, definition: Json): Json {
  if (numberToo.test(name)) return { type: ['string', 'number'] };
  return at(definition, 'properties') !== undefined && at(definition, 'additionalProperties') === undefined
    ? { ...(definition as Record<string, Json>), additionalProperties: false }
    : definition;
}
