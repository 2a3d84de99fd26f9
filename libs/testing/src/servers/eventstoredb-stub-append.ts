import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import type { StubLog } from './eventstoredb-stub-log.js';
import { proposedEvents } from './eventstoredb-stub-proposals.js';
import { notInStub, notLeader, type StubRefusal } from './eventstoredb-stub-refusals.js';

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
      const response = this.append(requests);
      if (!response) return;
      if ('code' in response) answer(response);
      else answer(null, response);
    });
  };

  /** undefined: it is never answered. */
  private append([first, ...rest]: readonly AppendReq[]): AppendResp | StubRefusal | undefined {
    const options = first?.getOptions();
    if (!options?.hasNoStream() && !options?.hasRevision()) return notInStub('append on any revision');
    const expected = options.hasNoStream() ? -1 : Number(options.getRevision());
    const stream = Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
    const events = proposedEvents(rest);
    if ('code' in events) return events;
    const fault = this.nextFault(stream);
    if (fault === 'lose-leader') return notLeader(this.stub.port());
    const appended = this.log.append(stream, expected, events);
    if (fault === 'drop-subscriptions') this.stub.dropSubscriptions();
    if (fault === 'lose-answer') return undefined;
    return appended.kind === 'written' ? success(appended) : wrongVersion(expected, appended.current);
  }

  private nextFault(stream: string): (typeof faults)[number] | undefined {
    const fault = faults.find((each) => stream.includes(each));
    if (!fault || this.happened.has(stream)) return undefined;
    this.happened.add(stream);
    return fault;
  }
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

function wrongVersion(expected: number, current: number): AppendResp {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (expected === -1) wrong.setExpectedNoStream(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  if (current === -1) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(wrong);
  return response;
}
