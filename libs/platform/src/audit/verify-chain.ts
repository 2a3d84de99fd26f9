import { afterRestorations, type Anchor, type Anchors, type Restoration } from './anchors.js';
import { chainsIn, linesOf, segmentsIn } from './chain-files.js';
import type { AuditKeys } from './audit-keys.js';
import { beginningOf, follows, readLine, type ChainLine, type Head } from './chain-line.js';

/** What is wrong with a chain, and at which line. */
export interface Finding {
  readonly chain: string;
  /** Number of the line, or the one it should be. */
  readonly n: number;
  readonly problem:
    /** The line is not what was written. */
    | 'altered'
    /** The version of the key that has signed the line is not in the keyring: it cannot be said what is wrong. */
    | 'unknown-key'
    /** Lines before it are gone. */
    | 'removed'
    /** The line stands where an earlier or later one belongs. */
    | 'reordered'
    /** The chain once went further than it does now. */
    | 'cut'
    /** An anchored line is another one now: the end was cut, and the chain has grown again since. */
    | 'replaced';
}

export interface Verdict {
  readonly chain: string;
  readonly lines: number;
  readonly findings: readonly Finding[];
  /** The process died in the middle of the last line. Nobody has seen what it was to record. */
  readonly torn: boolean;
  /** Times it was put back from a backup: no tampering, but lines after the backup may be lost. */
  readonly restorations: readonly Restoration[];
}

/** What a chain is checked with. */
export interface Evidence {
  readonly folder: string;
  readonly keys: AuditKeys;
  readonly anchors: Anchors;
}

/** Every chain that has files or was ever anchored. */
export async function verifyAudit(evidence: Evidence): Promise<readonly Verdict[]> {
  const chains = new Set([...chainsIn(evidence.folder), ...evidence.anchors.chains()]);
  return Promise.all([...chains].toSorted().map((chain) => verifyChain(evidence, chain)));
}

/** Reads the chain once. One tampering is one finding: what follows is judged by what the line says it is. */
export async function verifyChain({ folder, keys, anchors }: Evidence, chain: string): Promise<Verdict> {
  const findings: Finding[] = [];
  const { kept: anchored, restorations } = afterRestorations(anchors.of(chain));
  const wanted = new Set(anchored.map(({ n }) => n));
  const macs = new Map<number, string>();
  let head: Head = beginningOf(chain);
  let torn = false;
  for await (const line of chainLines(folder, chain)) {
    if (line === 'torn') torn = true;
    else if (line === 'unreadable') {
      head = { n: head.n + 1, mac: '' };
      findings.push({ chain, n: head.n, problem: 'altered' });
    } else {
      // Behind a line that cannot be read nothing says what its MAC was.
      const unknown = head.mac === '' && line.n === head.n + 1;
      const sound = unknown || follows(keys, head, line);
      if (!sound)
        findings.push({ chain, n: line.n, problem: sound === undefined ? 'unknown-key' : problemOf(line, head) });
      if (wanted.has(line.n)) macs.set(line.n, line.mac);
      head = line;
    }
  }
  findings.push(...againstAnchors(chain, anchored, { macs, end: head.n }));
  return { chain, lines: head.n, findings: onePerLine(findings), torn, restorations };
}

async function* chainLines(folder: string, chain: string): AsyncGenerator<ChainLine | 'torn' | 'unreadable'> {
  const segments = segmentsIn(folder, chain);
  for (const segment of segments)
    for await (const { text, torn } of linesOf(segment.path)) {
      if (torn && segment === segments.at(-1)) yield 'torn';
      else yield (torn ? undefined : readLine(text)) ?? 'unreadable';
    }
}

function problemOf(line: Head, before: Head): Finding['problem'] {
  if (line.n === before.n + 1) return 'altered';
  return line.n > before.n ? 'removed' : 'reordered';
}

function againstAnchors(
  chain: string,
  anchors: readonly Anchor[],
  { macs, end }: { readonly macs: ReadonlyMap<number, string>; readonly end: number },
): readonly Finding[] {
  const furthest = Math.max(0, ...anchors.map(({ n }) => n));
  const replaced = anchors.filter(({ n, mac }) => macs.has(n) && macs.get(n) !== mac);
  return [
    ...replaced.map(({ n }) => ({ chain, n, problem: 'replaced' as const })),
    ...(furthest > end ? [{ chain, n: furthest, problem: 'cut' as const }] : []),
  ];
}

function onePerLine(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ n }, at) => findings.findIndex((other) => other.n === n) === at);
}
