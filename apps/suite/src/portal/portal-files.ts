import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the portal's build lies, seen from the source and from the build of the suite alike. */
export const portalFolder = fileURLToPath(new URL('../../../portal/dist/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

export interface PortalFile {
  readonly type: string;
  readonly cacheControl: string;
  readonly bytes: Buffer;
  readonly encoding?: 'br';
}

/** The built portal. Only files that were there at the start are served, so no path can lead out of the folder. */
export class PortalFiles {
  private readonly paths: ReadonlySet<string>;
  private readonly read = new Map<string, Buffer>();

  constructor(private readonly folder: string) {
    this.paths = new Set(existsSync(folder) ? pathsIn(folder) : []);
  }

  /** false where nobody has built the portal. */
  get built(): boolean {
    return this.paths.has('index.html');
  }

  file(path: string, acceptEncoding = ''): PortalFile | undefined {
    const type = types[extname(path)];
    if (!type || !this.paths.has(path)) return undefined;
    // The names of assets carry a hash of what is in them.
    const cacheControl = path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    const shrunk = acceptEncoding.includes('br') && this.paths.has(`${path}.br`);
    if (!shrunk) return { type, cacheControl, bytes: this.bytes(path) };
    return { type, cacheControl, bytes: this.bytes(`${path}.br`), encoding: 'br' };
  }

  private bytes(path: string): Buffer {
    const known = this.read.get(path);
    if (known) return known;
    const bytes = readFileSync(join(this.folder, path));
    this.read.set(path, bytes);
    return bytes;
  }
}

function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
