import { status } from '@grpc/grpc-js';
import { filterOf, positionOf, send, type ReadCall, type ReadOptions } from './eventstoredb-stub-calls.js';
import type { StubLog, StubRecord } from './eventstoredb-stub-log.js';
import { refusal } from './eventstoredb-stub-refusals.js';
import { caughtUp, checkpoint, confirmation, eventResponse } from './eventstoredb-stub-responses.js';

/**
 * Catch-up subscriptions to `$all`: confirmation, events, a checkpoint now and then while nothing is wanted, one more and
 * `caughtUp` when the end is reached: Enumerator.AllSubscriptionFiltered of https://github.com/kurrent-io/KurrentDB
 */
export class StubSubscriptions {
  private readonly calls = new Set<ReadCall>();

  constructor(private readonly log: StubLog) {}

  drop(): void {
    for (const call of this.calls) call.emit('error', refusal(status.UNAVAILABLE, 'dropped'));
  }

  async begin(call: ReadCall, options: ReadOptions): Promise<void> {
    this.calls.add(call);
    let wake = () => {};
    for (const event of ['cancelled', 'close', 'error'])
      call.on(event, () => {
        this.calls.delete(call);
        wake();
      });
    const tell = teller(call, options);
    call.write(confirmation());
    let next = this.indexAfter(options);
    for (let isLive = false; this.calls.has(call); isLive = true) {
      const change = this.log.change();
      wake = change.wake;
      for (; next < this.log.all.length && this.calls.has(call); next++) {
        const record = this.log.all[next];
        if (record) await tell(record);
      }
      if (!isLive) await tellLive(call, this.log.all[next - 1]);
      if (this.calls.has(call)) await change.happened;
    }
    call.end();
  }

  /** Unlike a read, a subscription begins after the position that it names. */
  private indexAfter(options: ReadOptions): number {
    if (options.getAll()?.hasStart()) return 0;
    const from = positionOf(options);
    const index = this.log.all.findIndex(({ position }) => position > from);
    return index === -1 ? this.log.all.length : index;
  }
}

function teller(call: ReadCall, options: ReadOptions): (record: StubRecord) => Promise<void> {
  const matches = filterOf(options);
  const filter = options.getFilter();
  const interval = (filter?.getMax() ?? 1) * (filter?.getCheckpointintervalmultiplier() ?? 1);
  let considered = 0;
  return async (record) => {
    considered += 1;
    if (matches(record)) await send(call, eventResponse(record, record.position));
    if (considered % interval === 0) await send(call, checkpoint(record.position));
  };
}

async function tellLive(call: ReadCall, last: StubRecord | undefined): Promise<void> {
  if (last) await send(call, checkpoint(last.position));
  await send(call, caughtUp());
}
