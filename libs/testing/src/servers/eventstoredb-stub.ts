// Proves the client side of the EventStoreDB adapter only: it answers as the server does, and is none. Never for users.
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { StubAppends } from './eventstoredb-stub-append.js';
import { gossipOf } from './eventstoredb-stub-gossip.js';
import { StubLog } from './eventstoredb-stub-log.js';
import { neighbours } from './eventstoredb-stub-neighbours.js';
import { StubReads } from './eventstoredb-stub-reads.js';
import { notInStub } from './eventstoredb-stub-refusals.js';
import { StubSubscriptions } from './eventstoredb-stub-subscriptions.js';

/**
 * Over one connection, as Kestrel allows by default; further ones wait in the client without a word, and for ever when
 * subscriptions take all places: https://github.com/kurrent-io/KurrentDB/issues/5682
 */
const callsAtOnce = 100;

const unimplemented = notInStub('such calls');

/** Serves the history kept in a folder; port 0 takes any free one. Answers the client's address for it. */
export async function startEventStoreDbStub(folder: string, wantedPort: number): Promise<string> {
  const log = new StubLog(folder);
  for (const [stream, event] of neighbours) log.append(stream, -1, [event]);
  let port = wantedPort;
  const subscriptions = new StubSubscriptions(log);
  const reads = new StubReads(log, subscriptions);
  const appends = new StubAppends(log, { port: () => port, dropSubscriptions: () => subscriptions.drop() });
  const service: UntypedServiceImplementation = {
    read: reads.handle,
    append: appends.handle,
    delete: (_: unknown, answer: (error: object) => void) => answer(unimplemented),
    tombstone: (_: unknown, answer: (error: object) => void) => answer(unimplemented),
    batchAppend: (call: { destroy(error: Error): void }) =>
      call.destroy(Object.assign(new Error('unimplemented'), unimplemented)),
  };
  const server = new Server({ 'grpc.max_concurrent_streams': callsAtOnce });
  server.addService(streamsService.StreamsService, service);
  server.addService(gossipService.GossipService, { read: gossipOf(() => port) });
  port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${wantedPort}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  return `esdb://127.0.0.1:${port}?tls=false`;
}
