import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Path inside the workspace -> text. */
export type Files = Readonly<Record<string, string>>;

/** A throw-away workspace on disk, laid out like this one, in a folder whose name has a space. */
export class SampleWorkspace implements Disposable {
  readonly root = mkdtempSync(join(tmpdir(), 'lotsennetz sample-'));

  write(files: Files): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
  }

  /** @param target a path inside the workspace or an absolute one */
  link(path: string, target: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    symlinkSync(target.startsWith('/') ? target : join(this.root, target), join(this.root, path));
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
