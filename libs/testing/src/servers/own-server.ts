import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalProcess, whyNotLocal, type LocalServer } from './local-process.js';
import { quietPort } from './quiet-port.js';
import type { Found, ServerKind } from './server-kind.js';

/**
 * A server of one test's own, which the test may kill and bring back with its data, under the same address.
 * Always a local process: neither a server given by its address nor one in Docker can be treated like that.
 */
export class OwnServer {
  private constructor(
    private readonly kind: ServerKind,
    private readonly folder: string,
    private running: LocalServer,
  ) {}

  static async start(kind: ServerKind): Promise<OwnServer> {
    const folder = await mkdtemp(join(tmpdir(), `lotsennetz-own-${kind.name}-`));
    try {
      const options = ['--folder', folder, '--port', String(await quietPort())];
      return new OwnServer(kind, folder, await startLocalProcess(kind, options));
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  get url(): string {
    return this.running.url;
  }

  get pid(): number {
    return this.running.pid;
  }

  /** As when the power fails: no chance to tidy up. */
  async kill(): Promise<void> {
    process.kill(this.running.pid, 'SIGKILL');
    await this.running.ended;
  }

  /** After `kill`: the same data under the same address. */
  async bringBack(): Promise<void> {
    const port = new URL(this.url).port;
    this.running = await startLocalProcess(this.kind, ['--folder', this.folder, '--port', port]);
  }

  /** For good, with its data. */
  async dispose(): Promise<void> {
    await this.running.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Whether a test can have servers of its own, and how to start one. */
export async function findOwnServers(kind: ServerKind): Promise<Found<() => Promise<OwnServer>>> {
  const missing = await whyNotLocal(kind);
  return missing === undefined ? { server: () => OwnServer.start(kind) } : { missing };
}
