import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const hook = new URL('../../../../tools/swc-hook.mjs', import.meta.url).href;

/**
 * Runs a program of this folder, from source, in a process of its own and answers what it printed.
 * @throws Error with its stderr when it fails.
 */
export async function runProcess(program: string, task: unknown): Promise<string> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(
    process.execPath,
    ['--conditions=@lotsennetz/source', '--import', hook, file, JSON.stringify(task)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [closed, output, errors] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  const [exitCode] = closed as readonly (number | null)[];
  if (exitCode !== 0) throw new Error(`${program} exited with ${String(exitCode)}: ${errors}`);
  return output;
}
