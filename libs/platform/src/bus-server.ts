import {
  Consumer,
  defaultConsumerOptions,
  pause,
  type Clock,
  type ContractEvent,
  type EventBus,
  type ReadModels,
} from '@lotsennetz/kernel';
import { Logger } from '@nestjs/common';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { ConsumerWatch } from './telemetry/consumer-watch.js';
import { describeError } from './telemetry/describe-error.js';
import type { WatchedConsumer } from './telemetry/lag-figures.js';
import { tracedReaction } from './telemetry/traced-relay.js';
import { tracingOff, type Tracing } from './telemetry/tracing.js';

export interface ConsumingService {
  readonly name: string;
  readonly bus: EventBus;
  readonly readModels: ReadModels;
  readonly clock: Clock;
}

interface RegisteredReaction {
  readonly topic: string;
  readonly handler: MessageHandler;
  readonly types?: readonly string[];
  readonly watch: ConsumerWatch;
}

/**
 * Nest transport over the `EventBus` port. Reactions are ordinary handlers,
 * `@EventPattern('<publishing service>', { consumer: '<own service>.<reaction>' })`; each is a consumer of its own,
 * with its own offset and parking, whichever bus stands behind. One that acts on a few contracts of a busy topic names
 * them too, `types: [...]`: the others then cost it nothing.
 */
export class BusServer extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly reactions = new Map<string, RegisteredReaction>();
  private readonly stop = new AbortController();
  private running: Promise<unknown> = Promise.resolve();
  protected override readonly logger = new Logger('bus');

  constructor(
    private readonly services: ReadonlyMap<string, ConsumingService>,
    private readonly tracing: Tracing = tracingOff,
  ) {
    super();
  }

  /** @throws Error for a handler that names no consumer, a foreign one, or one that is taken. */
  override addHandler(
    pattern: unknown,
    handler: MessageHandler,
    _isEventHandler?: boolean,
    extras: { consumer?: string; types?: readonly string[] } = {},
  ): void {
    const { consumer, types } = extras;
    if (typeof pattern !== 'string' || !consumer?.includes('.'))
      throw new Error(`@EventPattern needs a topic and {consumer: '<service>.<reaction>'}`);
    if (!this.services.has(serviceOf(consumer))) throw new Error(`'${consumer}' belongs to no service of this process`);
    if (this.reactions.has(consumer)) throw new Error(`two reactions call themselves '${consumer}'`);
    this.reactions.set(consumer, { topic: pattern, handler, watch: new ConsumerWatch(), ...(types ? { types } : {}) });
  }

  listen(ready: () => void): void {
    this.running = Promise.all([...this.reactions].map(([consumer, reaction]) => this.run(consumer, reaction)));
    ready();
  }

  /** Resolves when every reaction has finished the batch under way. */
  async close(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  /** Consumers by the topic they read, for backlog, status and metrics. */
  consumers(): readonly WatchedConsumer[] {
    return [...this.reactions].map(([consumer, { topic, watch }]) => ({ consumer, topic, watch }));
  }

  on(): never {
    throw new Error('the bus has no client events');
  }

  unwrap(): never {
    throw new Error('the bus has no native client');
  }

  private async run(consumer: string, { topic, handler, types, watch }: RegisteredReaction): Promise<void> {
    const service = this.services.get(serviceOf(consumer));
    if (!service) throw new Error(`'${consumer}' belongs to no service of this process`);
    const traced = tracedReaction(consumer, this.tracing);
    const handle = (event: ContractEvent) =>
      traced(event, async () => {
        const result: unknown = await handler(event);
        if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
      });
    const onParked = (progress: { readonly stream: string }, error: unknown) =>
      this.logger.error(`${consumer} parked ${progress.stream}: ${describeError(error)}`);
    const runner = new Consumer(
      { bus: watch.watched(service.bus), readModels: service.readModels, clock: service.clock },
      { consumer, topic, handle, ...(types ? { types } : {}) },
      { ...defaultConsumerOptions, onParked },
    );
    while (!this.stop.signal.aborted) {
      try {
        await runner.run(this.stop.signal);
      } catch (error) {
        this.logger.error(`${consumer} stopped (${describeError(error)}); starting it again`);
        await pause(1_000, this.stop.signal);
      }
    }
  }
}

function serviceOf(consumer: string): string {
  return consumer.slice(0, consumer.indexOf('.'));
}
