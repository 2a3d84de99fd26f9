import type { Config } from '@lotsennetz/platform';
import type { Command } from 'commander';
import { dayOf, oneOf } from '../arguments.js';
import { hint, print } from '../print.js';
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
    .option('--from <day>', 'from this day on (UTC), YYYY-MM-DD', (text) => dayOf(text, '--from'))
    .option('--to <day>', 'until the end of this day', (text) => dayOf(text, '--to'))
    .option(
      '--format <format>',
      'json (a record a line) or csv (a person a line)',
      (text) => oneOf(['json', 'csv'], text, '--format'),
      'json',
    )
    .action(async ({ format, ...selection }: { tenant?: string; from?: string; to?: string; format: AuditFormat }) => {
      let lines = 0;
      for await (const line of exportAudit(config(), selection, format)) {
        print(line);
        lines += 1;
      }
      // The heading of a CSV file is no record.
      if (lines <= (format === 'csv' ? 1 : 0)) hint(`no such records in ${config().auditFolder}`);
    });
}
