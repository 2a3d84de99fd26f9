/** One field of a protobuf message: bytes of a nested message, text or id, or a number. */
export type Field =
  { readonly number: number; readonly bytes: Buffer } | { readonly number: number; readonly value: bigint };

/** Reads a message without its schema (https://protobuf.dev/programming-guides/encoding/); enough to see what was sent. */
function* fieldsOf(message: Buffer): Generator<Field> {
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message.readUInt8(at++);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length: number) => message.subarray(at, (at += length));
  while (at < message.length) {
    const key = Number(varint());
    const number = key >> 3;
    switch (key & 7) {
      case 0:
        yield { number, value: varint() };
        break;
      case 1:
        yield { number, value: take(8).readBigUInt64LE() };
        break;
      case 2:
        yield { number, bytes: take(Number(varint())) };
        break;
      case 5:
        yield { number, value: BigInt(take(4).readUInt32LE()) };
        break;
      default:
        throw new RangeError(`wire type ${key & 7} is not known`);
    }
  }
}

/** Every nested message, text or id under this number. */
export function allAt(message: Buffer, number: number): readonly Buffer[] {
  return [...fieldsOf(message)].flatMap((field) => (field.number === number && 'bytes' in field ? [field.bytes] : []));
}

export function textAt(message: Buffer, number: number): string {
  return allAt(message, number)[0]?.toString('utf8') ?? '';
}

export function hexAt(message: Buffer, number: number): string {
  return allAt(message, number)[0]?.toString('hex') ?? '';
}
