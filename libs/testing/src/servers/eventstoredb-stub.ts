// Proves the client side of the EventStoreDB adapter only: it answers as the server does, and is none. Never for users.
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { StubAppends } from './eventstoredb-stub-append.js';
import { StubLog } from './eventstoredb-stub-log.js';
import { StubReads } from './eventstoredb-stub-reads.js';

const unimplemented = { code: status.UNIMPLEMENTED, details: 'the stub does not need it' };

/** Serves the history kept in a folder; port 0 takes any free one. Answers the client's address for it. */
export async function startEventStoreDbStub(folder: string, wantedPort: number): Promise<string> {
  const log = new StubLog(folder);
  // A real server is never empty, and what it keeps for itself must not reach us.
  log.append('$stats-127.0.0.1:2113', undefined, [
    { id: '00000000-0000-7000-8000-000000000000', type: '$statsCollected', contentType: '', data: '', metadata: '' },
  ]);
  let port = wantedPort;
  const reads = new StubReads(log);
  const appends = new StubAppends(log, {
    port: () => port,
    dropSubscriptions: () => {
      reads.dropSubscriptions();
    },
  });
  const service: UntypedServiceImplementation = {
    read: reads.handle,
    append: appends.handle,
    delete: (_: unknown, answer: (error: object) => void) => answer(unimplemented),
    tombstone: (_: unknown, answer: (error: object) => void) => answer(unimplemented),
    batchAppend: (call: { destroy(error: Error): void }) =>
      call.destroy(Object.assign(new Error('unimplemented'), unimplemented)),
  };
  const server = new Server();
  server.addService(streamsService.StreamsService, service);
  port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${wantedPort}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  return `esdb://127.0.0.1:${port}?tls=false`;
}
