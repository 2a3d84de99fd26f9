import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { status, type ServerWritableStream } from '@grpc/grpc-js';
import type { StubLog, StubRecord } from './eventstoredb-stub-log.js';
import { checkpoint, confirmation, eventResponse, streamNotFound } from './eventstoredb-stub-responses.js';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;
type Options = ReadReq.Options;

const { BACKWARDS } = streams.ReadReq.Options.ReadDirection;

/** Answers reads of a stream, reads of `$all` and catch-up subscriptions to `$all`, with or without a filter. */
export class StubReads {
  private readonly subscriptions = new Set<ReadCall>();

  constructor(private readonly log: StubLog) {}

  readonly handle = (call: ReadCall): void => {
    const options = call.request.getOptions();
    if (!options) return void call.destroy(new Error('no options'));
    if (options.hasSubscription()) void this.subscribe(call, options);
    else if (options.hasStream()) void this.readStream(call, options);
    else void this.readAll(call, options);
  };

  dropSubscriptions(): void {
    for (const call of this.subscriptions)
      call.emit('error', Object.assign(new Error('dropped'), { code: status.UNAVAILABLE, details: 'dropped' }));
  }

  private async readStream(call: ReadCall, options: Options): Promise<void> {
    const wanted = options.getStream();
    const identifier = wanted?.getStreamIdentifier() ?? new shared.StreamIdentifier();
    const records = this.log.of(Buffer.from(identifier.getStreamName_asU8()).toString());
    if (!records) {
      call.write(streamNotFound(identifier));
      call.end();
      return;
    }
    const revision = Number(wanted?.getRevision() ?? 0);
    const found =
      options.getReadDirection() === BACKWARDS
        ? records.slice(0, wanted?.hasEnd() ? undefined : revision + 1).reverse()
        : records.slice(wanted?.hasStart() ? 0 : revision);
    // The place of the transaction goes with an event read from its stream, its own place with one read from $all.
    await sendAll(call, found.slice(0, Number(options.getCount())), ({ transaction }) => transaction);
    call.end();
  }

  private async readAll(call: ReadCall, options: Options): Promise<void> {
    const back = options.getReadDirection() === BACKWARDS;
    const matches = filterOf(options);
    const from = positionOf(options, back);
    const inReach = (record: StubRecord) => (back ? record.position <= from : record.position >= from);
    const records = back ? this.log.all.toReversed() : this.log.all;
    const found = records.filter((record) => inReach(record) && matches(record)).slice(0, Number(options.getCount()));
    await sendAll(call, found, ({ position }) => position);
    call.end();
  }

  private async subscribe(call: ReadCall, options: Options): Promise<void> {
    this.subscriptions.add(call);
    let wake = () => {};
    for (const event of ['cancelled', 'close', 'error'])
      call.on(event, () => {
        this.subscriptions.delete(call);
        wake();
      });
    const goesOn = () => this.subscriptions.has(call);
    const matches = filterOf(options);
    const after = options.getAll()?.hasStart() ? -1 : positionOf(options, false);
    let next = this.log.all.findIndex(({ position }) => position > after);
    if (next === -1) next = this.log.all.length;
    call.write(confirmation());
    while (goesOn()) {
      const change = this.log.change();
      wake = change.wake;
      for (; next < this.log.all.length && goesOn(); next++) {
        const record = this.log.all[next];
        if (!record) break;
        // Where it has seen only what is not wanted, the server says how far it has come.
        const response = matches(record) ? eventResponse(record, record.position) : checkpoint(record.position);
        await send(call, response);
      }
      if (goesOn()) await change.happened;
    }
    call.end();
  }
}

async function sendAll(
  call: ReadCall,
  records: readonly StubRecord[],
  prepareOf: (record: StubRecord) => number,
): Promise<void> {
  for (const record of records) {
    if (call.cancelled) return;
    await send(call, eventResponse(record, prepareOf(record)));
  }
}

/** Waits while the reader is slower, or has gone. */
async function send(call: ReadCall, response: ReadResp): Promise<void> {
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

function positionOf(options: Options, back: boolean): number {
  const all = options.getAll();
  if (all?.hasPosition()) return Number(all.getPosition()?.getCommitPosition());
  if (all?.hasEnd()) return Infinity;
  return back ? Infinity : 0;
}

function filterOf(options: Options): (record: StubRecord) => boolean {
  const prefixes = options.getFilter()?.getStreamIdentifier()?.getPrefixList();
  return prefixes ? ({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix)) : () => true;
}
