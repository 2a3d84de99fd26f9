import shared from '@eventstore/db-client/generated/shared_pb.js';
import {
  filterOf,
  goesBack,
  positionOf,
  send,
  whyNot,
  type ReadCall,
  type ReadOptions,
} from './eventstoredb-stub-calls.js';
import type { StubLog, StubRecord } from './eventstoredb-stub-log.js';
import { eventResponse, streamNotFound } from './eventstoredb-stub-responses.js';
import type { StubSubscriptions } from './eventstoredb-stub-subscriptions.js';

/** Answers reads of a stream and filtered reads of `$all`. */
export class StubReads {
  constructor(
    private readonly log: StubLog,
    private readonly subscriptions: StubSubscriptions,
  ) {}

  readonly handle = (call: ReadCall): void => {
    const options = call.request.getOptions();
    const refused = whyNot(options);
    if (refused || !options) call.emit('error', refused);
    else if (options.hasSubscription()) void this.subscriptions.begin(call, options);
    else if (options.hasStream()) void this.readStream(call, options);
    else void this.readAll(call, options);
  };

  private async readStream(call: ReadCall, options: ReadOptions): Promise<void> {
    const wanted = options.getStream();
    const identifier = wanted?.getStreamIdentifier() ?? new shared.StreamIdentifier();
    const records = this.log.of(Buffer.from(identifier.getStreamName_asU8()).toString());
    if (!records) {
      call.write(streamNotFound(identifier));
      call.end();
      return;
    }
    const revision = Number(wanted?.getRevision() ?? 0);
    const found = goesBack(options)
      ? records.slice(0, wanted?.hasEnd() ? undefined : revision + 1).reverse()
      : records.slice(wanted?.hasStart() ? 0 : revision);
    // The place of the transaction goes with an event read from its stream, its own place with one read from $all.
    await sendAll(call, found.slice(0, Number(options.getCount())), ({ transaction }) => transaction);
    call.end();
  }

  private async readAll(call: ReadCall, options: ReadOptions): Promise<void> {
    const back = goesBack(options);
    const matches = filterOf(options);
    const from = positionOf(options);
    // Backwards, a position is the end of what is read.
    const inReach = (record: StubRecord) => (back ? record.position < from : record.position >= from);
    const records = back ? this.log.all.toReversed() : this.log.all;
    const count = Number(options.getCount());
    const matching = records.filter((record) => inReach(record) && matches(record));
    await sendAll(call, matching.slice(0, count), ({ position }) => position);
    // A server goes on until it finds one more, in a log that may be huge: here it never ends, so nobody may wait for it.
    if (matching.length !== count) call.end();
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
