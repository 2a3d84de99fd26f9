import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { StreamDefinition } from '@lotsennetz/kernel';

type AnyStream = StreamDefinition<never, never>;

export interface StoredStreams {
  /** Folder of the project that owns them. */
  readonly project: string;
  readonly streams: readonly AnyStream[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Every kind of stream there is, found by its file, so that none can be forgotten: `<noun>.stream.ts` exports the
 * definition, or in the platform, whose streams each service has, a function that makes it.
 */
export async function storedStreams(): Promise<readonly StoredStreams[]> {
  const files = globSync(['services/*/src/**/*.stream.ts', 'libs/platform/src/**/*.stream.ts'], { cwd: root }).sort();
  const found = await Promise.all(
    files.map(async (file) => {
      const exported = Object.values((await import(pathToFileURL(join(root, file)).href)) as object);
      const streams = exported.map((each) => (isMaker(each) ? each('service') : (each as unknown))).filter(isStream);
      if (streams.length === 0) throw new Error(`${file} exports no stream`);
      return { project: projectOf(file), streams };
    }),
  );
  return [...Map.groupBy(found, ({ project }) => project)].map(([project, parts]) => ({
    project,
    streams: parts.flatMap(({ streams }) => streams),
  }));
}

function projectOf(file: string): string {
  const source = `${dirname(file)}/`;
  return source.slice(0, source.indexOf('/src/'));
}

function isMaker(value: unknown): value is (service: string) => unknown {
  return typeof value === 'function' && value.name.endsWith('Stream') && value.length === 1;
}

function isStream(value: unknown): value is AnyStream {
  return typeof value === 'object' && value !== null && 'schemas' in value && 'category' in value;
}
