import {
  openEvidence,
  verifyAudit,
  type Config,
  type Finding,
  type Restoration,
  type Verdict,
} from '@lotsennetz/platform';
import { withStores } from '../stores.js';

const meanings: Readonly<Record<Finding['problem'], string>> = {
  altered: 'is not what was written',
  'unknown-key': 'was signed with a key that is not in the keyring',
  removed: 'does not follow the line before it: lines between them are gone',
  reordered: 'stands where another belongs',
  cut: 'was there once: the end of the chain is cut off',
  replaced: 'is another one than was anchored: the end was cut, and the chain has grown again',
};

/** Checks every chain of audit records against its key and its anchors; tells each as a line. Answers whether all are sound. */
export async function verifyAuditRecords(config: Config, tell: (line: string) => void): Promise<boolean> {
  const verdicts = await withStores(config, async ({ shared }) =>
    verifyAudit(await openEvidence(config, shared.keyring)),
  );
  if (verdicts.length === 0) tell(`no audit records in ${config.auditFolder}`);
  for (const verdict of verdicts) for (const line of linesAbout(verdict)) tell(line);
  return verdicts.every(({ findings }) => findings.length === 0);
}

function linesAbout({ chain, lines, findings, torn, restorations }: Verdict): readonly string[] {
  const end = torn ? '; the last line was torn by a crash and stands for nothing that was shown' : '';
  const result = findings.length === 0 ? 'sound' : 'TAMPERED WITH';
  return [
    `${chain}: ${result}, ${lines} records${end}`,
    ...restorations.map(aboutRestoration),
    ...findings.map(({ n, problem }) => `  line ${n} ${meanings[problem]}`),
  ];
}

function aboutRestoration({ backupMadeAt, end, lostUntil }: Restoration): string {
  const lost = lostUntil === undefined ? '' : `; lines ${end + 1} to ${lostUntil} at least came after it and are lost`;
  return `  was restored from the backup of ${backupMadeAt} up to line ${end}${lost}`;
}
