import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, status, type ServerReadableStream, type sendUnaryData } from '@grpc/grpc-js';
import type { StubEvent, StubLog } from './eventstoredb-stub-log.js';

/**
 * Faults are asked for by the name of a stream, each happens at the first append to it: the connection cannot tell the
 * stub anything else. `lose-answer`: it is written, but never answered. `lose-leader`: nothing is written, another node
 * leads. `drop-subscriptions`: it is written, and every subscription is dropped.
 */
const faults = ['lose-answer', 'lose-leader', 'drop-subscriptions'] as const;

type AppendCall = ServerReadableStream<AppendReq, AppendResp>;

export class StubAppends {
  private readonly happened = new Set<string>();

  constructor(
    private readonly log: StubLog,
    private readonly stub: { readonly port: () => number; readonly dropSubscriptions: () => void },
  ) {}

  readonly handle = (call: AppendCall, answer: sendUnaryData<AppendResp>): void => {
    const requests: AppendReq[] = [];
    call.on('data', (request: AppendReq) => requests.push(request));
    call.on('end', () => {
      this.append(requests, answer);
    });
  };

  private append([first, ...rest]: readonly AppendReq[], answer: sendUnaryData<AppendResp>): void {
    const options = first?.getOptions();
    const stream = Buffer.from(options?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
    const fault = this.nextFault(stream);
    if (fault === 'lose-leader') {
      answer(notLeader(this.stub.port()));
      return;
    }
    const expected = options?.hasNoStream() ? -1 : options?.hasRevision() ? Number(options.getRevision()) : undefined;
    const appended = this.log.append(stream, expected, rest.map(eventOf));
    if (fault === 'drop-subscriptions') this.stub.dropSubscriptions();
    if (fault === 'lose-answer') return;
    answer(null, appended.kind === 'written' ? success(appended) : wrongVersion(appended.current));
  }

  private nextFault(stream: string): (typeof faults)[number] | undefined {
    const fault = faults.find((each) => stream.includes(each));
    if (!fault || this.happened.has(stream)) return undefined;
    this.happened.add(stream);
    return fault;
  }
}

function eventOf(request: AppendReq): StubEvent {
  const message = request.getProposedMessage();
  const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('base64');
  return {
    id: message?.getId()?.getString() ?? '',
    type: message?.getMetadataMap().get('type') ?? '',
    contentType: message?.getMetadataMap().get('content-type') ?? '',
    data: text(message?.getData_asU8()),
    metadata: text(message?.getCustomMetadata_asU8()),
  };
}

function success({ revision, position }: { readonly revision: number; readonly position: number }): AppendResp {
  const at = new streams.AppendResp.Position();
  at.setCommitPosition(String(position));
  at.setPreparePosition(String(position));
  const written = new streams.AppendResp.Success();
  written.setCurrentRevision(String(revision));
  written.setPosition(at);
  const response = new streams.AppendResp();
  response.setSuccess(written);
  return response;
}

function wrongVersion(current: number): AppendResp {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current === -1) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(wrong);
  return response;
}

/** The stub is its own successor. */
function notLeader(port: number): { code: status; details: string; metadata: Metadata } {
  const metadata = new Metadata();
  metadata.set('exception', 'not-leader');
  metadata.set('leader-endpoint-host', '127.0.0.1');
  metadata.set('leader-endpoint-port', String(port));
  return { code: status.NOT_FOUND, details: 'Leader info available', metadata };
}
