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
    const decoded = { bytes: sized.subarray(4), messages: this.decode(sized) };
    this.remember(key, decoded);
    return decoded.messages;
  }

  private remember(key: string, decoded: Decoded): void {
    this.forget(key);
    this.remembered.set(key, decoded);
    this.bytes += decoded.bytes.length;
    for (const oldest of this.remembered.keys()) {
      if (this.bytes <= mostBytes) break;
      this.forget(oldest);
    }
    const forget = () => this.remembered.get(key) === decoded && this.forget(key);
    setTimeout(forget, rememberedMs).unref();
    decoded.messages.catch(forget);
  }

  private forget(key: string): void {
    this.bytes -= this.remembered.get(key)?.bytes.length ?? 0;
    this.remembered.delete(key);
  }
}
