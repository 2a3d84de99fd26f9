import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { status, type ServerWritableStream } from '@grpc/grpc-js';
import type { StubRecord } from './eventstoredb-stub-log.js';
import { notInStub, refusal, type StubRefusal } from './eventstoredb-stub-refusals.js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;
export type ReadOptions = ReadReq.Options;

const { BACKWARDS } = streams.ReadReq.Options.ReadDirection;

/** Why the server does not begin with it: Streams.Read.cs of https://github.com/kurrent-io/KurrentDB */
export function whyNot(options: ReadOptions | undefined): StubRefusal | undefined {
  if (!options?.hasUuidOption()) return invalid("'uuidOption' is a required argument");
  if (options.hasSubscription() && (goesBack(options) || options.hasStream())) return notInStub('such subscriptions');
  if (options.hasStream()) return options.hasNoFilter() ? undefined : invalid('a filter goes with $all only');
  const filter = options.getFilter();
  if (!filter?.getStreamIdentifier()?.getPrefixList().length) return notInStub('reads of $all but by prefix');
  if (!filter.hasMax() || filter.getMax() < 1) return invalid('a filter needs a window');
  if (options.hasSubscription() && filter.getCheckpointintervalmultiplier() < 1) return invalid('no interval');
  return undefined;
}

export function goesBack(options: ReadOptions): boolean {
  return options.getReadDirection() === BACKWARDS;
}

/** Where a read of `$all` begins: with the record at that position, if it is wanted. */
export function positionOf(options: ReadOptions): number {
  const all = options.getAll();
  if (all?.hasPosition()) return Number(all.getPosition()?.getCommitPosition());
  return all?.hasEnd() ? Infinity : 0;
}

export function filterOf(options: ReadOptions): (record: StubRecord) => boolean {
  const prefixes = options.getFilter()?.getStreamIdentifier()?.getPrefixList() ?? [];
  return ({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix));
}

/** Waits while the reader is slower, or has gone. */
export async function send(call: ReadCall, response: ReadResp): Promise<void> {
  if (call.write(response) || call.cancelled) return;
  const reasons = ['drain', 'cancelled', 'close'];
  await new Promise<void>((resolve) => {
    const goOn = () => {
      for (const reason of reasons) call.off(reason, goOn);
      resolve();
    };
    for (const reason of reasons) call.on(reason, goOn);
  });
}

function invalid(details: string): StubRefusal {
  return refusal(status.INVALID_ARGUMENT, details);
}
