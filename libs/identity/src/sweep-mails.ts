import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files hold addresses; a link is worth nothing long before a day is over. */
const keptMs = 24 * 3_600_000;

/** Deletes mails in files whose links are long over. Answers 0: what is left is too new. */
export async function sweepMails(folder: string): Promise<number> {
  const files = await readdir(folder).catch(() => []);
  for (const file of files) {
    const path = join(folder, file);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > keptMs) await rm(path, { force: true });
  }
  return 0;
}
