import { pause } from '@lotsennetz/kernel';
import type { INestApplication } from '@nestjs/common';
import type { BusServer } from './bus-server.js';
import type { Config } from './config.js';
import type { SharedPorts } from './open-ports.js';
import type { ServiceRuntime } from './service-runtime.js';

/** The running process: which services it holds, whether they keep up, and how to end it. */
export class Deployment {
  private app: INestApplication | undefined;
  /** Port of the HTTP server once it listens. */
  port: number | undefined;

  constructor(
    private readonly parts: {
      readonly config: Config;
      readonly runtimes: ReadonlyMap<string, ServiceRuntime>;
      readonly shared: SharedPorts;
      readonly busServer: BusServer;
      readonly lock: { release(): void };
    },
  ) {}

  get config(): Config {
    return this.parts.config;
  }

  get services(): readonly ServiceRuntime[] {
    return [...this.parts.runtimes.values()];
  }

  get ready(): boolean {
    return this.app !== undefined;
  }

  /** @throws RangeError for a service that does not run here. */
  service(name: string): ServiceRuntime {
    const runtime = this.parts.runtimes.get(name);
    if (!runtime) throw new RangeError(`the service '${name}' does not run here`);
    return runtime;
  }

  started(app: INestApplication, port: number | undefined): void {
    this.app = app;
    this.port = port;
  }

  /** Published events that reactions of this process have not handled yet. */
  async backlog(): Promise<number> {
    const figures = await Promise.all(
      this.parts.busServer.consumers().map(({ topic, consumer }) => this.parts.shared.bus.backlog(topic, consumer)),
    );
    return figures.reduce((sum, each) => sum + each, 0);
  }

  /**
   * Waits until what is recorded now is published, handled by every reaction of this process, and shown in the views.
   * Reactions record further events, so it looks again until nothing moves.
   */
  async settled(): Promise<void> {
    for (let before = ''; ;) {
      const heads = await Promise.all(this.services.map((service) => service.settled()));
      const now = heads.join();
      if ((await this.backlog()) === 0 && now === before) return;
      before = now;
      await pause(10, AbortSignal.any([]));
    }
  }

  /** Stops intake, lets work under way finish, then closes every store. */
  async close(): Promise<void> {
    await this.app?.close();
    await this.parts.busServer.close();
    await Promise.all(this.services.map((runtime) => runtime.close()));
    await this.parts.shared.bus.close();
    await this.parts.shared.keys.close();
    this.parts.lock.release();
  }
}
