import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RunningServer, ServerKind } from './server-kind.js';

/** A server that runs as a process of this machine. */
export interface LocalServer extends RunningServer {
  /** Of the server itself, to be killed or held up by tests. */
  readonly pid: number;
  /** Resolves when its process has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

const programs = new URL('../../../../tools/servers/', import.meta.url);

/**
 * Starts a server by its program. It ends with this process, however that ends.
 * @throws Error with what the program said when it cannot.
 */
export async function startLocalProcess(
  { program }: Pick<ServerKind, 'program'>,
  options: readonly string[] = [],
): Promise<LocalServer> {
  const child = spawn(process.execPath, [pathOf(program), '--until-stdin-ends', ...options], { stdio: 'pipe' });
  const ended = once(child, 'exit').then(() => undefined);
  const complaint = lastLineOf(child);
  for await (const line of createInterface(child.stdout)) {
    const { url, pid } = JSON.parse(line) as { readonly url: string; readonly pid: number };
    const stop = async () => {
      child.stdin.end();
      await ended;
    };
    return { url, pid, ended, stop };
  }
  await ended;
  throw new Error(complaint() || `${program} ended without a word`);
}

/** undefined when the server's program finds all it needs here, else its reason. What it lacks it fetches. */
export async function whyNotLocal({ program }: Pick<ServerKind, 'program'>): Promise<string | undefined> {
  const child = spawn(process.execPath, [pathOf(program), '--check'], { stdio: 'pipe' });
  const complaint = lastLineOf(child);
  const [exitCode] = (await once(child, 'close')) as readonly (number | null)[];
  return exitCode === 0 ? undefined : complaint() || `${program} --check failed without a word`;
}

function pathOf(program: string): string {
  return fileURLToPath(new URL(program, programs));
}

function lastLineOf(child: ChildProcess): () => string {
  let last = '';
  if (child.stderr) createInterface(child.stderr).on('line', (line) => (last = line || last));
  return () => last;
}
