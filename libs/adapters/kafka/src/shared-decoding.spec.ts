import type { KafkaMessage } from 'kafkajs';
import { sharedEventOf } from './cloud-event-message.js';
import { shareDecoding, type FetchResponse } from './shared-decoding.js';

const { jest } = import.meta;
const protocol = 'kafkajs/src/protocol';

interface Encoder {
  readonly buffer: Buffer;
  writeInt16(value: number): Encoder;
  writeInt32(value: number): Encoder;
  writeInt64(value: number): Encoder;
  writeString(value: string): Encoder;
  writeBuffer(value: Buffer): Encoder;
}

const imported = async (path: string) => ((await import(`${protocol}/${path}`)) as { default: unknown }).default;

/** A batch of records as a broker keeps it: `count` messages from an offset on. */
async function batchAt(firstOffset: number, count: number, text = 'x'): Promise<Buffer> {
  const record = (await imported('recordBatch/record/v0/index.js')) as (fields: object) => unknown;
  const { RecordBatch } = (await imported('recordBatch/v0/index.js')) as {
    RecordBatch: (fields: object) => Promise<Encoder>;
  };
  const records = Array.from({ length: count }, (_, offsetDelta) =>
    record({ offsetDelta, key: 'k', value: `{"text":"${text}"}`, headers: { ce_id: `${firstOffset + offsetDelta}` } }),
  );
  const times = { firstTimestamp: 1_000, maxTimestamp: 1_000 };
  return (await RecordBatch({ ...times, firstOffset, lastOffsetDelta: count - 1, records })).buffer;
}

/** What a broker answers to a fetch of two partitions, the second without news. */
async function answerWith(records: Buffer, highWatermark = 100): Promise<Buffer> {
  const NewEncoder = (await imported('encoder.js')) as new () => Encoder;
  const partition = (encoder: Encoder, number: number, set: Buffer) =>
    encoder
      .writeInt32(number)
      .writeInt16(0)
      .writeInt64(highWatermark)
      .writeInt64(highWatermark)
      .writeInt64(0)
      .writeInt32(0)
      .writeInt32(-1)
      .writeInt32(set.length)
      .writeBuffer(set);
  const head = new NewEncoder()
    .writeInt32(7)
    .writeInt16(0)
    .writeInt32(0)
    .writeInt32(1)
    .writeString('training')
    .writeInt32(2);
  return partition(partition(head, 0, records), 1, Buffer.alloc(0)).buffer;
}

describe('decoding what consumers of one process have fetched', () => {
  const theirs = async () => {
    const response = (await imported('requests/fetch/v11/response.js')) as FetchResponse;
    const decode = response.decode.bind(response);
    await shareDecoding();
    return { before: decode, decode: (raw: Buffer) => response.decode(raw) };
  };
  type Answer = { responses: { partitions: { messages: KafkaMessage[] }[] }[] };
  const messagesIn = (answer: unknown) =>
    (answer as Answer).responses.flatMap(({ partitions }) => partitions.flatMap(({ messages }) => messages));

  it('answers what kafkajs answers, also where a fetch ends within a batch', async () => {
    const { before, decode } = await theirs();
    const cutOff = (await batchAt(5, 2)).subarray(0, 40);
    const raw = await answerWith(Buffer.concat([await batchAt(0, 3), await batchAt(3, 2), cutOff]));
    const expected = await before(raw);
    expect(messagesIn(expected)).toHaveLength(5);
    expect(await decode(raw)).toEqual(expected);
  });

  it('decodes a batch once, whatever it was fetched with, and an event with it', async () => {
    const { decode } = await theirs();
    const [first, second] = [await batchAt(20, 2), await batchAt(22, 1)];
    const one = messagesIn(await decode(await answerWith(Buffer.concat([first, second]))));
    const other = messagesIn(await decode(await answerWith(second, 200)));
    expect(other[0]).toBe(one[2]);
    expect(sharedEventOf(message())).toEqual(sharedEventOf(message()));
    const shared = message();
    expect(sharedEventOf(shared)).toBe(sharedEventOf(shared));
  });

  it('takes no batch for another one at the same offset', async () => {
    const { decode } = await theirs();
    const texts = ['here', 'there'].map(async (text) =>
      messagesIn(await decode(await answerWith(await batchAt(40, 1, text)))),
    );
    expect((await Promise.all(texts)).map(([each]) => each?.value?.toString())).toEqual([
      '{"text":"here"}',
      '{"text":"there"}',
    ]);
  });

  it('holds four megabytes and no more', async () => {
    const { decode } = await theirs();
    const raws = await Promise.all(
      [0, 1, 2, 3, 4].map(async (n) => answerWith(await batchAt(100 + n, 1, 'x'.repeat(1_000_000)))),
    );
    const decoded = async (raw: Buffer) => messagesIn(await decode(raw))[0];
    const before = [];
    for (const raw of raws) before.push(await decoded(raw));
    expect(await decoded(raws[4]!)).toBe(before[4]);
    expect(await decoded(raws[0]!)).not.toBe(before[0]);
  });

  it('holds memory for some seconds only', async () => {
    const { decode } = await theirs();
    const raw = await answerWith(await batchAt(60, 1));
    jest.useFakeTimers();
    try {
      const [before] = messagesIn(await decode(raw));
      jest.advanceTimersByTime(4_999);
      expect(messagesIn(await decode(raw))[0]).toBe(before);
      jest.advanceTimersByTime(1);
      expect(messagesIn(await decode(raw))[0]).not.toBe(before);
    } finally {
      jest.useRealTimers();
    }
  });
});

function message(): KafkaMessage {
  const names = ['id', 'type', 'subject', 'time', 'happenedon', 'tenant', 'correlationid'];
  const headers = Object.fromEntries(names.map((name) => [`ce_${name}`, Buffer.from(name)]));
  return {
    value: Buffer.from('{}'),
    headers: { ...headers, ce_revision: Buffer.from('3') },
  } as unknown as KafkaMessage;
}
