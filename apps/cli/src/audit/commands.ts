import type { Config } from '@lotsennetz/platform';
import type { Command } from 'commander';
import { exportAudit, type AuditFormat } from './export.js';
import { verifyAuditRecords } from './verify.js';

/** `audit verify` and `audit export`. */
export function addAuditCommands(program: Command, config: () => Config): void {
  const audit = program.command('audit').description('who saw and changed what');
  audit
    .command('verify')
    .description('find altered, removed and reordered records and a cut end; ends with 1 when there are any')
    .action(async () => {
      if (!(await verifyAuditRecords(config(), (line) => console.log(line)))) process.exitCode = 1;
    });
  audit
    .command('export')
    .description('print the records')
    .option('--tenant <id>', 'only of this tenant')
    .option('--from <day>', 'from this day on (UTC), YYYY-MM-DD', dayOf)
    .option('--to <day>', 'until the end of this day', dayOf)
    .option('--format <format>', 'json (a record a line) or csv (a person a line)', formatOf, 'json')
    .action(async ({ format, ...selection }: { tenant?: string; from?: string; to?: string; format: AuditFormat }) => {
      for await (const line of exportAudit(config(), selection, format)) console.log(line);
    });
}

function dayOf(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(`'${text}' is not a day such as 2026-11-22`);
  return text;
}

function formatOf(text: string): AuditFormat {
  if (text !== 'json' && text !== 'csv') throw new RangeError(`'${text}' is neither json nor csv`);
  return text;
}
