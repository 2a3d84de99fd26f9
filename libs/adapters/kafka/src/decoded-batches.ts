import type { KafkaMessage } from 'kafkajs';

export type Messages = readonly KafkaMessage[];

/** The longest that groups which follow a topic together are apart; memory is not held for longer. */
const rememberedMs = 5_000;
const mostBytes = 4 * 1_048_576;
/** Where in a batch its length stands, after its offset, and how far the length counts. */
const lengthAt = 8;
const headBytes = 12;
/** Up to its checksum: batches that differ do so here, but for one in four billion. */
const keyBytes = 21;

interface Decoded {
  readonly bytes: Buffer;
  readonly messages: Promise<Messages>;
  readonly timer: NodeJS.Timeout;
}

/** Batches of records as they lie in a partition, with what they hold. */
export class DecodedBatches {
  private readonly remembered = new Map<string, Decoded>();
  private bytes = 0;

  /** @param decode is given a set of one batch, with its size in front */
  constructor(private readonly decode: (sized: Buffer) => Promise<Messages>) {}

  /** A batch that the size of a fetch has cut off is left out: it comes whole with the next. */
  async messagesOf(records: Buffer): Promise<Messages> {
    const messages: KafkaMessage[] = [];
    for (let from = 0; from + headBytes <= records.length;) {
      const to = from + headBytes + records.readInt32BE(from + lengthAt);
      if (to > records.length) break;
      for (const message of await this.messagesIn(records.subarray(from, to))) messages.push(message);
      from = to;
    }
    return messages;
  }

  private messagesIn(batch: Buffer): Promise<Messages> {
    const key = batch.toString('latin1', 0, keyBytes);
    const known = this.remembered.get(key);
    if (known?.bytes.equals(batch)) return known.messages;
    // A copy: a part of it would keep all of the response in memory.
    const sized = Buffer.allocUnsafe(4 + batch.length);
    sized.writeInt32BE(batch.length);
    batch.copy(sized, 4);
    const messages = this.decode(sized);
    this.remember(key, sized.subarray(4), messages);
    return messages;
  }

  private remember(key: string, bytes: Buffer, messages: Promise<Messages>): void {
    this.forget(key);
    const timer = setTimeout(() => this.forget(key), rememberedMs).unref();
    this.remembered.set(key, { bytes, messages, timer });
    this.bytes += bytes.length;
    for (const oldest of this.remembered.keys()) {
      if (this.bytes <= mostBytes) break;
      this.forget(oldest);
    }
    messages.catch(() => this.remembered.get(key)?.messages === messages && this.forget(key));
  }

  /** With its timer, which would hold what is in the batch until its time is over. */
  private forget(key: string): void {
    const decoded = this.remembered.get(key);
    if (!decoded) return;
    clearTimeout(decoded.timer);
    this.bytes -= decoded.bytes.length;
    this.remembered.delete(key);
  }
}
