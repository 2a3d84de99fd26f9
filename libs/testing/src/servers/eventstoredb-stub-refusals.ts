import { Metadata, status } from '@grpc/grpc-js';

/** How a call fails; the client tells kinds apart by the metadata `exception`. */
export interface StubRefusal {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;
}

/** In the server's words: RpcExceptions.cs of https://github.com/kurrent-io/KurrentDB */
export function refusal(code: status, details: string, about: Readonly<Record<string, string>> = {}): StubRefusal {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(about)) metadata.set(name, value);
  return { code, details, metadata };
}

/** What real servers can do and the adapter does not need is refused: the stub would only guess. */
export function notInStub(what: string): StubRefusal {
  return refusal(status.UNIMPLEMENTED, `the stub has no ${what}`);
}

/** The stub is its own successor. */
export function notLeader(port: number): StubRefusal {
  return refusal(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': '127.0.0.1',
    'leader-endpoint-port': String(port),
  });
}
