import type { AuditKeys } from './audit-keys.js';

/** The last line of a chain: its number, from 1, and its MAC. */
export interface Head {
  readonly n: number;
  readonly mac: string;
}

/** One line as it stands in a file. */
export interface ChainLine extends Head {
  /** Which version of the key has signed it. */
  readonly key: string;
  /** The line without its MAC: what the MAC was made over, after that of the line before. */
  readonly unsigned: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** What the first line of a chain follows: its name, so that lines of two chains cannot be exchanged. */
export function beginningOf(chain: string): Head {
  return { n: 0, mac: chain };
}

/** The next line of a chain: the record as JSON with number and key in front and the MAC at the end. */
export function nextLine(
  keys: AuditKeys,
  before: Head,
  record: object,
): { readonly text: string; readonly head: Head } {
  const n = before.n + 1;
  const unsigned = JSON.stringify({ n, key: keys.present, ...record });
  const mac = keys.mac(keys.present, signed(before, unsigned));
  if (mac === undefined) throw new Error('the present key of the audit records is not there');
  return { text: `${unsigned.slice(0, -1)},"mac":"${mac}"}`, head: { n, mac } };
}

/** Whether the line follows the one before as it was written; undefined when its key is not there to say. */
export function follows(keys: AuditKeys, before: Head, line: ChainLine): boolean | undefined {
  if (line.n !== before.n + 1) return false;
  const mac = keys.mac(line.key, signed(before, line.unsigned));
  return mac === undefined ? undefined : mac === line.mac;
}

/** undefined for a text that is no line of a chain. */
export function readLine(text: string): ChainLine | undefined {
  const [, body, mac] = /^(\{.*),"mac":"([\w-]{43})"\}$/s.exec(text) ?? [];
  if (body === undefined || mac === undefined) return undefined;
  const unsigned = `${body}}`;
  try {
    const record = JSON.parse(unsigned) as { readonly n?: unknown; readonly key?: unknown };
    const { n, key } = record;
    return typeof n === 'number' && typeof key === 'string' ? { n, mac, key, unsigned, record } : undefined;
  } catch {
    return undefined;
  }
}

function signed(before: Head, unsigned: string): string {
  return `${before.mac}\n${unsigned}`;
}
