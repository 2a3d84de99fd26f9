import type {
  AppendRequest,
  Appended,
  BareEvent,
  EventStore,
  Position,
  ReadAll,
  RecordedEvent,
  Revision,
  StreamName,
} from '@lotsennetz/kernel';
import { parseEventStoreDbAddress } from './eventstoredb-address.js';

/**
 * Opens a service's history in an EventStoreDB or KurrentDB (22.6 or newer) that all services share; each sees its own
 * streams only. Nodes, TLS and credentials are in the address, as the client documents it, and a `prefix` of stream names
 * for a server shared with others; the user must be allowed to read `$all`. Whether a server is there shows at the first
 * use.
 * @throws RangeError for an address that is none.
 */
export function openEventStoreDb(url: string, service: string): EventStore {
  const address = parseEventStoreDbAddress(url);
  return new LoadedEventStore(
    import('./eventstoredb-event-store.js').then((adapter) => adapter.openEventStoreDb(address, service)),
  );
}

/** The client takes a quarter of a second and 30 MB to load, which only those pay who use it. */
class LoadedEventStore implements EventStore {
  constructor(private readonly loading: Promise<EventStore>) {
    // Whoever uses the store is told.
    loading.catch(() => undefined);
  }

  async readStream(stream: StreamName, from?: Revision, limit?: number): Promise<readonly RecordedEvent[]> {
    return (await this.loading).readStream(stream, from, limit);
  }

  async replay(stream: StreamName, from: Revision, limit: number): Promise<readonly BareEvent[]> {
    return (await this.loading).replay(stream, from, limit);
  }

  async append(request: AppendRequest): Promise<Appended> {
    return (await this.loading).append(request);
  }

  async readAll(options: ReadAll): Promise<readonly RecordedEvent[]> {
    return (await this.loading).readAll(options);
  }

  async *subscribe(options: ReadAll & { readonly signal: AbortSignal }): AsyncIterable<readonly RecordedEvent[]> {
    yield* (await this.loading).subscribe(options);
  }

  async head(): Promise<Position | undefined> {
    return (await this.loading).head();
  }

  async close(): Promise<void> {
    const store = await this.loading.catch(() => undefined);
    await store?.close();
  }
}
