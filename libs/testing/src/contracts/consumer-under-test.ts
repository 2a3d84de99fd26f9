import {
  Consumer,
  openProgress,
  parkedStreams,
  requestParked,
  type ContractEvent,
  type EventBus,
  type Parked,
  type ReadModels,
  type StreamName,
} from '@lotsennetz/kernel';
import { FakeClock } from '../fake-clock.js';
import { eventually } from './eventually.js';
import { someGroup } from './contracts-under-test.js';
import { stopsWithTest } from './harness.js';

export interface Ports {
  readonly bus: EventBus;
  readonly readModels: ReadModels;
}

/** A running reaction that writes down what it handles, and fails where it is told to. */
export class ConsumerUnderTest {
  readonly handled: string[] = [];
  readonly failing = new Map<string, Error>();
  attempts = 0;
  private readonly stopping = stopsWithTest();
  private readonly ended: Promise<void>;

  constructor(
    private readonly ports: Ports,
    topic: string,
    readonly name = someGroup(),
  ) {
    const reaction = { consumer: name, topic, handle: (event: ContractEvent) => this.handle(event) };
    const options = { retryDelaysMs: [1, 1], requestPollMs: 5 };
    const consumer = new Consumer({ ...ports, clock: new FakeClock() }, reaction, options);
    this.ended = openProgress(ports.readModels).then(() => consumer.run(this.stopping.signal));
  }

  private handle({ id }: ContractEvent): Promise<void> {
    this.attempts += 1;
    const failure = this.failing.get(id);
    if (failure) return Promise.reject(failure);
    this.handled.push(id);
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.stopping.abort();
    return this.ended;
  }

  /** What this consumer has parked, by stream. */
  async parked(): Promise<ReadonlyMap<StreamName, Parked>> {
    const mine = (await parkedStreams(this.ports.readModels)).filter(({ progress }) => progress.consumer === this.name);
    return new Map(
      mine.flatMap(({ progress }) => (progress.parked ? [[progress.stream, progress.parked] as const] : [])),
    );
  }

  async request(stream: StreamName, requested: 'retry' | 'skip'): Promise<void> {
    const found = (await parkedStreams(this.ports.readModels)).find(
      ({ progress }) => progress.consumer === this.name && progress.stream === stream,
    );
    if (!found) throw new Error(`${stream} is not parked`);
    await requestParked(this.ports.readModels, found, requested);
  }

  /** Waits until everything of the topic was handled or put aside. */
  async settled(topic: string): Promise<void> {
    await eventually(async () => expect(await this.ports.bus.backlog(topic, this.name)).toBe(0));
  }
}
