import { DecodedBatches, type Messages } from './decoded-batches.js';

/** What is used here of kafkajs's reader of bytes; its types do not name it. */
interface Decoder {
  readInt16(): number;
  readInt32(): number;
  readInt64(): { toString(): string };
  readString(): string;
  readBytes(length: number): Buffer;
  readArray<Item>(read: (decoder: Decoder) => Item): Item[];
  readArrayAsync<Item>(read: (decoder: Decoder) => Promise<Item>): Promise<Item[]>;
}

type NewDecoder = new (bytes: Buffer) => Decoder;

/** kafkajs's reader of fetched bytes, which calls whatever stands here. */
export interface FetchResponse {
  decode(raw: Buffer): Promise<unknown>;
}

/** The newest version that kafkajs speaks, and so the one that it speaks with any broker of our time. */
const responseModule = 'kafkajs/src/protocol/requests/fetch/v11/response.js';
const messagesModule = 'kafkajs/src/protocol/requests/fetch/v4/decodeMessages.js';
const decoderModule = 'kafkajs/src/protocol/decoder.js';

let shared: Promise<void> | undefined;

/**
 * Makes kafkajs 2.2.4 decode a batch of records once for all consumers of the process. Each reaction is a group of its
 * own and fetches every message of its topic, mostly at the same time as the others: without this, a service with
 * four reactions to one topic decodes all of it four times. Who fetches and commits what stays each group's own matter.
 * Repeatable.
 */
export function shareDecoding(): Promise<void> {
  return (shared ??= replaceDecode());
}

async function replaceDecode(): Promise<void> {
  const { default: Decoder } = (await import(decoderModule)) as { readonly default: NewDecoder };
  const { default: decodeMessages } = (await import(messagesModule)) as {
    readonly default: (decoder: Decoder) => Promise<Messages>;
  };
  const { default: response } = (await import(responseModule)) as { readonly default: FetchResponse };
  const batches = new DecodedBatches((sized) => decodeMessages(new Decoder(sized)));
  response.decode = (raw) => decodeResponse(new Decoder(raw), batches);
}

async function decodeResponse(decoder: Decoder, batches: DecodedBatches): Promise<object> {
  // As kafkajs: the broker has waited already, and the client need not.
  const head = { throttleTime: 0, clientSideThrottleTime: decoder.readInt32() };
  const session = { errorCode: decoder.readInt16(), sessionId: decoder.readInt32() };
  const responses = await decoder.readArrayAsync(async (topic) => ({
    topicName: topic.readString(),
    partitions: await topic.readArrayAsync((partition) => decodePartition(partition, batches)),
  }));
  return { ...head, ...session, responses };
}

async function decodePartition(decoder: Decoder, batches: DecodedBatches): Promise<object> {
  const partition = {
    partition: decoder.readInt32(),
    errorCode: decoder.readInt16(),
    highWatermark: decoder.readInt64().toString(),
    lastStableOffset: decoder.readInt64().toString(),
    lastStartOffset: decoder.readInt64().toString(),
    abortedTransactions: decoder.readArray((transaction) => ({
      producerId: transaction.readInt64().toString(),
      firstOffset: transaction.readInt64().toString(),
    })),
    preferredReadReplica: decoder.readInt32(),
  };
  const length = decoder.readInt32();
  return { ...partition, messages: length > 0 ? await batches.messagesOf(decoder.readBytes(length)) : [] };
}
