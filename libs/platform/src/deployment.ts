import type { Server } from 'node:http';
import { pause, type Instant } from '@lotsennetz/kernel';
import type { INestApplication } from '@nestjs/common';
import { accessConsumer, GrantsWatch } from './access/grants-watch.js';
import type { BusServer } from './bus-server.js';
import type { Config } from './config.js';
import type { Route } from './http/route-needs.js';
import type { SharedPorts } from './open-ports.js';
import type { ServiceRuntime } from './service-runtime.js';
import type { Telemetry } from './telemetry/telemetry.js';

/** Requests under way have so long; whoever connected and never asked would keep the process alive. */
const requestsWithinMs = 10_000;

/** How far events have travelled. */
export interface Progress {
  /** Nothing recorded is unpublished or unhandled. */
  readonly still: boolean;
  /** Published events that reactions have not handled. */
  readonly backlog: number;
  /** Newest positions; two equal ones in a row mean that nothing was recorded in between. */
  readonly at: string;
}

/** The running process: which services it holds, whether they keep up, and how to end it. */
export class Deployment {
  private app: INestApplication | undefined;
  private closing: Promise<void> | undefined;
  private watches: readonly GrantsWatch[] = [];
  /** Every route that is served, with what it demands; known once it has begun to start. */
  routes: readonly Route[] = [];
  /** Port of the HTTP server once it listens. */
  port: number | undefined;

  constructor(
    private readonly parts: {
      readonly config: Config;
      readonly runtimes: ReadonlyMap<string, ServiceRuntime>;
      readonly shared: SharedPorts;
      readonly busServer: BusServer;
      readonly telemetry: Telemetry;
      readonly lock: { release(): void };
      /** Closed after the HTTP server: what the process has beside its services. */
      readonly beside: readonly { close(): Promise<void> }[];
    },
  ) {}

  get config(): Config {
    return this.parts.config;
  }

  /** Where people reach the platform; with `PORT=0` known once it listens. */
  get publicUrl(): string {
    const { publicUrl, port } = this.config;
    return port === 0 && publicUrl === 'http://localhost:0' ? `http://localhost:${this.port ?? 0}` : publicUrl;
  }

  get services(): readonly ServiceRuntime[] {
    return [...this.parts.runtimes.values()];
  }

  get telemetry(): Telemetry {
    return this.parts.telemetry;
  }

  get ready(): boolean {
    return this.app !== undefined && !this.stopping;
  }

  /** Nothing new is taken in any more. */
  get stopping(): boolean {
    return this.closing !== undefined;
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
    this.watches = this.services.flatMap((service) => this.watchGrantsOf(service));
  }

  /** Since when a service here decides by the last known grants, because no news of them comes; the earliest. */
  get grantsHeldSince(): Instant | undefined {
    return this.watches.flatMap(({ heldSince }) => heldSince ?? []).sort()[0];
  }

  /** Published events that reactions of this process have not handled yet. */
  async backlog(): Promise<number> {
    const figures = await Promise.all(
      this.parts.busServer.consumers().map(({ topic, consumer }) => this.parts.shared.bus.backlog(topic, consumer)),
    );
    return figures.reduce((sum, each) => sum + each, 0);
  }

  /** Whether everything recorded by the services of this process is published and handled by their reactions, and up to where. */
  async progress(): Promise<Progress> {
    const services = await Promise.all(this.services.map((service) => service.progress()));
    const backlog = await this.backlog();
    return {
      still: backlog === 0 && services.every((each) => each.still),
      backlog,
      at: services.map((each) => each.at).join(),
    };
  }

  /** Waits until nothing moves any more: reactions record further events, so it looks again until nothing has changed. */
  async settled(): Promise<void> {
    for (let before = ''; ;) {
      const { still, at } = await this.progress();
      if (still && at === before) return;
      before = at;
      await pause(10);
    }
  }

  /** Stops intake at once, lets work under way finish, then closes every store. May be called again. */
  close(): Promise<void> {
    return (this.closing ??= this.finish());
  }

  private watchGrantsOf(service: ServiceRuntime): readonly GrantsWatch[] {
    const consumer = this.parts.busServer.consumers().find((each) => each.consumer === accessConsumer(service.name));
    if (!consumer) return [];
    const watch = new GrantsWatch({ bus: service.bus, clock: service.clock, consumer });
    service.keepRunning('watch over grants', (signal) => watch.follow(signal));
    return [watch];
  }

  private async finish(): Promise<void> {
    // Before anything else, so that nobody is told that it is ready, or keeps a connection.
    await Promise.resolve();
    const server = this.app?.getHttpServer() as Server | undefined;
    const hangUp = setTimeout(() => server?.closeAllConnections(), requestsWithinMs).unref();
    // Requests and batches under way may wait for views, so the services' loops go on until they are done.
    await Promise.all([this.app?.close(), this.parts.busServer.close()]);
    clearTimeout(hangUp);
    // Before the stores: the last metrics are looked up in them.
    await this.parts.telemetry.endMetrics();
    await Promise.all(this.services.map((runtime) => runtime.close()));
    for (const part of this.parts.beside) await part.close();
    await this.parts.shared.bus.close();
    await this.parts.shared.keys.close();
    await this.parts.telemetry.close();
    this.parts.lock.release();
  }
}
