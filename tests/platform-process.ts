import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { environment } from '@lotsennetz/platform';
import { HttpClient } from './http-client.js';

const repository = join(import.meta.dirname, '..');
const fromSource = ['--conditions=@lotsennetz/source', '--import', './tools/swc-hook.mjs', 'apps/cli/src/main.ts'];
const startWithoutExample: readonly string[] = ['start', '--no-example'];

export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Settings of the platform as environment variables. */
export type Settings = Readonly<Record<string, string>>;

/** Runs `lotsennetz <args>` from source in a process of its own, to its end. */
export async function runCli(settings: Settings, ...args: readonly string[]): Promise<CliResult> {
  const child = spawnCli(settings, args);
  const stdout = collected(child.stdout);
  const stderr = collected(child.stderr);
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, stdout: stdout(), stderr: stderr() };
}

/** `lotsennetz start --no-example`, unless told otherwise, from source in a process of its own, so that it can be killed. */
export class PlatformProcess {
  readonly http: HttpClient;
  private readonly closed: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    private readonly output: { readonly stdout: () => string; readonly stderr: () => string },
  ) {
    this.http = new HttpClient(port);
    this.closed = once(child, 'close');
  }

  /** Resolves once `/health/ready` says so. @throws Error with what the process printed when it ends instead. */
  static async start(settings: Settings, args = startWithoutExample): Promise<PlatformProcess> {
    const started = await PlatformProcess.launch(settings, args);
    const { status } = await started.http.send({ method: 'GET', path: '/health/ready' });
    if (status !== 200) throw new Error(`/health/ready answers ${status}`);
    return started;
  }

  /** Starts a process and kills it after so many milliseconds, ready or not. */
  static async startAndKill(settings: Settings, afterMs: number): Promise<void> {
    const child = spawnCli({ PORT: '0', ...settings }, startWithoutExample);
    child.stdout?.resume();
    child.stderr?.resume();
    const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
    await once(child, 'close');
    clearTimeout(timer);
  }

  private static launch(settings: Settings, args: readonly string[]): Promise<PlatformProcess> {
    const child = spawnCli({ PORT: '0', ...settings }, args);
    const output = { stdout: collected(child.stdout), stderr: collected(child.stderr) };
    return new Promise((resolve, reject) => {
      const look = () => {
        const port = /localhost:(\d+)\/status/.exec(output.stdout())?.[1];
        if (!port) return;
        child.stdout?.off('data', look);
        resolve(new PlatformProcess(child, Number(port), output));
      };
      child.stdout?.on('data', look);
      child.once('close', () => reject(new Error(`the platform ended: ${output.stderr()}${output.stdout()}`)));
    });
  }

  /** What it logged as warning or error: a line of JSON each, unlike notices to whoever starts it. */
  get logged(): string {
    const lines = this.output.stderr().split('\n');
    return lines.filter((line) => line.startsWith('{')).join('\n');
  }

  /** Holds the whole process up, heartbeats too, as a machine that swaps does. */
  holdUp(): void {
    this.child.kill('SIGSTOP');
  }

  goOn(): void {
    this.child.kill('SIGCONT');
  }

  /** SIGKILL: no handler runs, no file is closed. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.closed;
    this.http.close();
  }

  /** SIGTERM; answers the exit code. */
  async stop(): Promise<number | null> {
    this.http.close();
    this.child.kill('SIGTERM');
    await this.closed;
    return this.child.exitCode;
  }
}

/** `lotsennetz <args>` from source as a child that the caller ends. */
export function spawnCli(settings: Settings, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...fromSource, ...args], {
    cwd: repository,
    // Root keys of the data folders that a spec makes lie where its own process looks for them.
    env: { XDG_STATE_HOME: environment().XDG_STATE_HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collected(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return () => text;
}
