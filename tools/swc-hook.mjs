// Lets plain Node run the workspace's TypeScript without a build:
//   node --conditions=@lotsennetz/source --import ./tools/swc-hook.mjs <file.ts>
// Node's own type stripping cannot do decorators.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const { jsc } = JSON.parse(readFileSync(new URL('../.swcrc', import.meta.url), 'utf8'));

registerHooks({
  resolve(specifier, context, next) {
    const source =
      specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts')
        ? sourceOf(specifier, context.parentURL)
        : undefined;
    return next(source ?? specifier, context);
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const options = { filename, jsc, module: { type: 'es6' }, sourceMaps: 'inline', configFile: false, swcrc: false };
    return {
      format: 'module',
      source: transformSync(readFileSync(filename, 'utf8'), options).code,
      shortCircuit: true,
    };
  },
});

/** TypeScript sources import each other by the names they will have when built. */
function sourceOf(specifier, parentUrl) {
  const url = new URL(`${specifier.slice(0, -3)}.ts`, parentUrl);
  return existsSync(url) ? url.href : undefined;
}
