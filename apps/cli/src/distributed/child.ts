import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Child {
  readonly process: ChildProcess;
  /** What the line that was waited for held. */
  readonly found: string;
  /** SIGTERM; SIGKILL after 20 s. */
  stop(): Promise<void>;
}

/**
 * Starts a process and waits for a line of its output that fits. What it says on stderr is passed on with its name, unless `quiet`; JSON of the log names it already.
 * @throws Error with what it said when it ends before.
 */
export async function startChild(
  name: string,
  command: readonly [string, ...string[]],
  options: { readonly env?: NodeJS.ProcessEnv; readonly ready: RegExp; readonly quiet?: true },
): Promise<Child> {
  const [program, ...args] = command;
  const child = spawn(program, args, { env: options.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      if (said.length > 20) said.shift();
      const found = options.ready.exec(line);
      if (found) resolve(found[1] ?? line);
      else if (stream === child.stderr && !options.quiet)
        console.error(line.startsWith('{') ? line : `[${name}] ${line}`);
    });
  child.once('close', (code) => reject(new Error(`${name} ended (${code ?? 'killed'}):\n${said.join('\n')}`)));
  const found = await promise;
  return { process: child, found, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await closed;
  clearTimeout(timer);
}
