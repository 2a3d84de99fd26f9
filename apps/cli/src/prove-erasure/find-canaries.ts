import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { constants, gunzipSync, inflateSync } from 'node:zlib';

/** A text found where it must not be. */
export interface Finding {
  /** Inside the folder that was searched. */
  readonly file: string;
  readonly canary: string;
  readonly encoding: string;
}

/**
 * Every file under the folder that holds one of the texts, as written or in lower case: in UTF-8, UTF-16 of both byte
 * orders, hex, or base64 wherever it begins in a longer text; in what gzip files and compressed streams of PDF files
 * unpack to as well. Texts shorter than eight letters would be found by chance.
 */
export function findCanaries(folder: string, canaries: readonly string[]): readonly Finding[] {
  const short = canaries.find((canary) => canary.length < 8);
  if (short !== undefined) throw new RangeError(`'${short}' is too short to be told from chance`);
  const needles = canaries.flatMap((canary) => needlesOf(canary));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const readings = readingsOf(readFileSync(path));
    const found = needles.filter(({ bytes }) => readings.some((reading) => reading.includes(bytes)));
    return found.map(({ canary, encoding }) => ({ file: relative(folder, path), canary, encoding }));
  });
}

interface Needle {
  readonly canary: string;
  readonly encoding: string;
  readonly bytes: Buffer;
}

function needlesOf(canary: string): readonly Needle[] {
  return [...new Set([canary, canary.toLowerCase()])].flatMap((text) => {
    const utf8 = Buffer.from(text, 'utf8');
    const utf16le = Buffer.from(text, 'utf16le');
    const utf16be = Buffer.from(utf16le).swap16();
    const texts = (encoding: string, each: readonly string[]) =>
      each.map((as) => ({ encoding, bytes: Buffer.from(as) }));
    const encoded = ([name, bytes]: readonly [string, Buffer]) => [
      { encoding: name, bytes },
      ...texts(`hex of ${name}`, [bytes.toString('hex'), bytes.toString('hex').toUpperCase()]),
      ...texts(`base64 of ${name}`, base64Of(bytes)),
    ];
    const all = (
      [
        ['UTF-8', utf8],
        ['UTF-16LE', utf16le],
        ['UTF-16BE', utf16be],
      ] as const
    ).flatMap(encoded);
    return all.map((each) => ({ ...each, canary }));
  });
}

/** The letters that stand for these bytes alone, whichever of three places in a group they begin at; both alphabets. */
function base64Of(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const wholeBits = (before + bytes.length) * 8;
    const inner = text.slice(Math.ceil((before * 8) / 6), Math.floor(wholeBits / 6));
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function readingsOf(content: Buffer): readonly Buffer[] {
  if (content.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))) return [content, unpacked(content, gunzipSync)];
  if (content.subarray(0, 4).toString('latin1') === '%PDF') return [content, ...pdfStreams(content)];
  return [content];
}

/** As far as it goes: half a file may hold a name too. */
function unpacked(packed: Buffer, unpack: typeof gunzipSync): Buffer {
  return unpack(packed, { finishFlush: constants.Z_SYNC_FLUSH });
}

function* pdfStreams(content: Buffer): Iterable<Buffer> {
  for (let at = content.indexOf('stream'); at >= 0; at = content.indexOf('stream', at + 6)) {
    const from = at + 6 + (content[at + 6] === 0x0d ? 2 : 1);
    const packed = content.subarray(from, content.indexOf('endstream', from));
    try {
      yield unpacked(packed, inflateSync);
    } catch {
      // Not compressed, or an image: then it was looked at as it is.
    }
  }
}
