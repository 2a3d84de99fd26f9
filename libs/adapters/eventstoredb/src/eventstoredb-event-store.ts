import { WrongExpectedVersionError, type AppendResult } from '@eventstore/db-client';
import {
  WrongExpectedRevision,
  type AppendRequest,
  type Appended,
  type BareEvent,
  type CommandId,
  type EventStore,
  type Position,
  type ReadAll,
  type RecordedEvent,
  type Revision,
  type StreamName,
} from '@lotsennetz/kernel';
import { Connection, patienceMs, type Stored } from './connection.js';
import { parseEventStoreDbAddress, type EventStoreDbAddress } from './eventstoredb-address.js';
import { KnownCommands } from './known-commands.js';
import { positionOf } from './positions.js';
import { allRequest, newestRequest, streamRequest } from './read-request.js';
import { bareEvent, recordedEvent, storedEvent } from './stored-event.js';
import { catchUp } from './subscription.js';

const defaultLimit = 500;
const commandsPage = 1_000;
/** Between two finds the server may have to search through the events of everybody else. */
const searchPatienceMs = 15_000;

/**
 * Opens a service's history in an EventStoreDB or KurrentDB (22.6 or newer) that all services share; each sees its own
 * streams only. Nothing is connected before it is needed. The user in the address must be allowed to read `$all`.
 */
export function openEventStoreDb({ client, prefix }: EventStoreDbAddress, service: string): EventStore {
  return new EventStoreDbEventStore(new Connection(client), { prefix, own: `${service}.` });
}

/** All streams below a prefix of their own: other histories on the same server do not disturb. */
export function openEventStoreDbNamespace(at: { readonly url: string; readonly namespace: string }): EventStore {
  const { client, prefix } = parseEventStoreDbAddress(at.url);
  return new EventStoreDbEventStore(new Connection(client), { prefix: `${prefix}${at.namespace}/`, own: '' });
}

interface Scope {
  /** Comes before every stream name in the server. */
  readonly prefix: string;
  /** How the names of the streams begin that this store sees. */
  readonly own: string;
}

class EventStoreDbEventStore implements EventStore {
  private readonly commands = new KnownCommands();

  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  async readStream(stream: StreamName, from: Revision = 0, limit = Infinity): Promise<readonly RecordedEvent[]> {
    const events = await this.readOf(stream, { from, limit }, this.recorded);
    this.commands.learn(stream, from - 1, events);
    return events;
  }

  replay(stream: StreamName, from: Revision, limit: number): Promise<readonly BareEvent[]> {
    return this.readOf(stream, { from, limit }, bareEvent);
  }

  async append(request: AppendRequest): Promise<Appended> {
    const command = request.events.at(-1)?.meta.commandId;
    if (command === undefined) return this.write(request);
    const before = await this.earlier(request.stream, command, request.expectedRevision);
    if (before) return before;
    try {
      return await this.write(request);
    } catch (error) {
      const actual = error instanceof WrongExpectedRevision ? error.actual : undefined;
      // Written or not, nobody can say: before the next attempt the stream is read again.
      if (actual === undefined) this.commands.forget(request.stream);
      const meanwhile = actual === undefined ? undefined : await this.earlier(request.stream, command, actual);
      if (meanwhile) return meanwhile;
      throw error;
    }
  }

  async readAll({ after, limit = defaultLimit, categories }: ReadAll): Promise<readonly RecordedEvent[]> {
    const prefixes = this.prefixes(categories);
    if (prefixes.length === 0 || limit < 1) return [];
    const from = after || undefined;
    const request = allRequest({ prefixes, from }, from ? limit + 1 : limit);
    const events = await this.connection.read(request, this.recorded, searchPatienceMs);
    // The server begins with the event at the position itself, if it is one of those wanted.
    return (events[0]?.position === from ? events.slice(1) : events).slice(0, limit);
  }

  subscribe(options: ReadAll & { readonly signal: AbortSignal }): AsyncIterable<readonly RecordedEvent[]> {
    const { after, limit = defaultLimit, categories, signal } = options;
    const wanted = { prefixes: this.prefixes(categories), after: after || undefined, limit, signal };
    return catchUp(this.connection, this.recorded, wanted);
  }

  async head(): Promise<Position | undefined> {
    const request = newestRequest(this.prefixes(undefined));
    const [newest] = await this.connection.read(request, this.recorded, searchPatienceMs);
    return newest?.position;
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private readonly recorded = (stored: Stored) => recordedEvent(stored, this.scope.prefix);

  private async write({ stream, expectedRevision, events, precondition }: AppendRequest): Promise<Appended> {
    if (events.length === 0) throw new TypeError('an append needs at least one event');
    const stored = events.map(storedEvent);
    await precondition?.();
    try {
      const written = await this.connection.append(this.scope.prefix + stream, expectedRevision, stored);
      const learnt = events.map(({ meta }, index) => ({ meta, revision: expectedRevision + 1 + index }));
      this.commands.learn(stream, expectedRevision, learnt);
      const revision = expectedRevision + events.length;
      return { revision, position: await this.positionAt(stream, revision, written), duplicate: false };
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      const actual = typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) : -1;
      throw new WrongExpectedRevision(stream, expectedRevision, actual);
    }
  }

  /** Where an append that it had done before has its event, the server may not say. */
  private async positionAt(stream: StreamName, revision: Revision, { position }: AppendResult): Promise<Position> {
    if (position) return positionOf(String(position.commit));
    const event = await this.eventAt(stream, revision);
    if (!event) throw new Error(`the event store does not know revision ${revision}, which it has written`);
    return event.position;
  }

  /** The answer to a command that the stream holds already, once everything up to a revision is known. */
  private async earlier(stream: StreamName, command: CommandId, upTo: Revision): Promise<Appended | undefined> {
    await this.learnUpTo(stream, upTo);
    const revision = this.commands.revisionOf(stream, command);
    if (revision === undefined) return undefined;
    const last = await this.eventAt(stream, revision);
    return last && { revision, position: last.position, duplicate: true };
  }

  private async eventAt(stream: StreamName, revision: Revision): Promise<RecordedEvent | undefined> {
    const [event] = await this.readOf(stream, { from: revision, limit: 1 }, this.recorded);
    return event;
  }

  private async learnUpTo(stream: StreamName, revision: Revision): Promise<void> {
    for (let known = this.commands.reach(stream); known === undefined || known < revision;) {
      const page = await this.readStream(stream, (known ?? -1) + 1, commandsPage);
      if (page.length < commandsPage) return;
      known = this.commands.reach(stream);
    }
  }

  private async readOf<Event>(
    stream: StreamName,
    { from, limit }: { readonly from: Revision; readonly limit: number },
    toEvent: (stored: Stored) => Event,
  ): Promise<readonly Event[]> {
    if (limit < 1) return [];
    return this.connection.read(streamRequest(this.scope.prefix + stream, from, limit), toEvent, patienceMs);
  }

  private prefixes(categories: readonly string[] | undefined): readonly string[] {
    const { prefix, own } = this.scope;
    return categories ? categories.map((category) => `${prefix}${category}-`) : [`${prefix}${own}`];
  }
}
