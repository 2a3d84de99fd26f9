import {
  EventStoreDBClient,
  NO_STREAM,
  NotLeaderError,
  convertToCommandError,
  type AppendResult,
  type JSONEventData,
} from '@eventstore/db-client';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ClientReadableStream } from '@grpc/grpc-js';
import { Unavailable, pause, type Revision } from '@lotsennetz/kernel';
import { asOutage } from './outage.js';
import type { ReadRequest } from './read-request.js';

export type Stored = ReadResp.ReadEvent.RecordedEvent;

/** How long a command waits for the store: whoever sent it is to hear within two seconds that there is none. */
export const patienceMs = 1_800;
const leaderLookMs = 50;
const never = new AbortController().signal;

export interface Receiver {
  received(event: Stored): void;
  /** Any sign of life. */
  heard(): void;
  /** Without an error: the server has ended it. */
  ended(error?: Error): void;
}

/**
 * The client's connection to a server or cluster: it finds the leader and connects anew by itself.
 * What the client does not offer (filtered reads of `$all`, a deadline for reads) goes through its own channel.
 */
export class Connection {
  private readonly client: EventStoreDBClient;
  private isClosed = false;

  constructor(address: string) {
    this.client = EventStoreDBClient.connectionString(address);
    // Batched appends wait for ever for a lost answer, and one broken connection fails those of all others.
    this.client['supports'] = () => Promise.resolve(false);
  }

  get closed(): boolean {
    return this.isClosed;
  }

  /** @throws Unavailable; then it may have been written or not. WrongExpectedVersionError. */
  async append(stream: string, expected: Revision, events: readonly JSONEventData[]): Promise<AppendResult> {
    // Thousands at once, as no command of ours has them, take longer to be sent.
    const deadline = patienceMs + events.length;
    const append = () =>
      this.client.appendToStream(stream, [...events], {
        expectedRevision: expected === -1 ? NO_STREAM : BigInt(expected),
        requiresLeader: true,
        deadline,
      });
    return this.onLeader(() => inTime(append(), deadline));
  }

  /** All events that answer a request. @throws Unavailable after so long without a sign of the server. */
  async read<Event>(request: ReadRequest, toEvent: (stored: Stored) => Event, silenceMs: number): Promise<Event[]> {
    return this.onLeader(() => this.readOnce(request, toEvent, silenceMs));
  }

  /** Starts a read and hands over what it brings; answers how to hold it up, go on and end it. */
  async open(request: ReadRequest, receiver: Receiver): Promise<ClientReadableStream<ReadResp>> {
    const options = this.client['callArguments']({ requiresLeader: true }, { deadline: Infinity });
    return this.client['GRPCStreamCreator'](grpc.StreamsClient, 'read', (service) => {
      const call = service.read(request, ...options);
      call.on('data', (response: ReadResp) => {
        receiver.heard();
        const event = response.getEvent()?.getEvent();
        try {
          if (event) receiver.received(event);
        } catch (error) {
          receiver.ended(error as Error);
          call.cancel();
        }
      });
      call.on('error', (error) => receiver.ended(convertToCommandError(error)));
      call.on('end', () => receiver.ended());
      return call;
    })();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.client.dispose();
    // Not waited for: where no node was ever found, the client may still be looking for one.
    void this.client['getChannel']().then(
      (channel) => channel.close(),
      () => undefined,
    );
  }

  private async readOnce<Event>(
    request: ReadRequest,
    toEvent: (stored: Stored) => Event,
    silenceMs: number,
  ): Promise<Event[]> {
    const events: Event[] = [];
    const { promise, resolve, reject } = Promise.withResolvers<Event[]>();
    const silence = setTimeout(() => reject(new Unavailable('the event store is silent')), silenceMs);
    const enough = enoughOf(request);
    const opened = this.open(request, {
      received: (stored) => {
        events.push(toEvent(stored));
        if (events.length === enough) resolve(events);
      },
      heard: () => silence.refresh(),
      ended: (error) => (error ? reject(error) : resolve(events)),
    });
    opened.catch(reject);
    try {
      return await promise;
    } finally {
      clearTimeout(silence);
      void opened.then(
        (call) => call.cancel(),
        () => undefined,
      );
    }
  }

  /** A node that leads no longer has done nothing; the client turns to the one it names. */
  private async onLeader<Result>(work: () => Promise<Result>): Promise<Result> {
    for (const deadline = Date.now() + patienceMs; ;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof NotLeaderError) || Date.now() > deadline || this.closed) throw asOutage(error);
        await pause(leaderLookMs, never);
      }
    }
  }
}

/**
 * How many events of `$all` end a read. Servers end it themselves only when they have found one event more or the end of
 * the log, which is a long search in a log full of what is not wanted.
 * @see https://github.com/kurrent-io/KurrentDB Enumerator.ReadAllBackwardsFiltered, ReadPage
 */
function enoughOf(request: ReadRequest): number {
  const options = request.getOptions();
  return options?.hasAll() ? Number(options.getCount()) : Infinity;
}

/** The client's own deadline does not cover its search for a node of the cluster. */
async function inTime<Result>(work: Promise<Result>, deadlineMs: number): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Unavailable('the event store does not answer')), deadlineMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
