import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// nx orders builds and keys its cache by these declarations; dependency-cruiser cannot see those of linked packages.

const repository = join(import.meta.dirname, '..');
const manifests = globSync(
  ['{apps,libs,services}/*/package.json', 'libs/adapters/*/package.json', 'tests/package.json'],
  {
    cwd: repository,
  },
);

it.each(manifests.sort())('%s declares every workspace package that its sources import', (manifest) => {
  const { name, dependencies = {}, devDependencies = {} } = JSON.parse(read(manifest)) as Manifest;
  const known = new Set([name, ...Object.keys(dependencies), ...Object.keys(devDependencies)]);
  expect(importedBy(dirname(manifest)).filter((imported) => !known.has(imported))).toEqual([]);
});

it('sees imports', () => {
  expect(
    importedPackages(`import { a } from '@lotsennetz/kernel';\nexport * from "@lotsennetz/platform/http";`),
  ).toEqual(['@lotsennetz/kernel', '@lotsennetz/platform']);
});

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function importedBy(folder: string): readonly string[] {
  const sources = globSync(`${folder}/{src,bench}/**/*.{ts,tsx}`, { cwd: repository });
  return [...new Set(sources.flatMap((file) => importedPackages(read(file))))];
}

function importedPackages(source: string): readonly string[] {
  return [...source.matchAll(/(?:from|import)\s*\(?\s*['"](@lotsennetz\/[^/'"]+)/g)].map(([, name]) => name!);
}

function read(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}
