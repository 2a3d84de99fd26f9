import type { Config } from '@lotsennetz/platform';
import type { Command } from 'commander';
import { hint, print, printAll } from '../print.js';
import { proveErasure } from '../prove-erasure/prove-erasure.js';
import { erasePerson, type EraseOptions } from './erase-person.js';
import { exportPerson, type ExportOptions } from './export-person.js';
import { privacyLines } from './status.js';

const kindHelp = 'volunteer, newcomer, request or staff; needed for a household that only its request is known by';

/** `privacy export`, `erase`, `status` and `prove-erasure`. */
export function addPrivacyCommands(program: Command, config: () => Config): void {
  const privacy = program.command('privacy').description('what is promised to people');
  privacy
    .command('export')
    .description('write everything that is stored about a person into a new folder: data.json and document.pdf')
    .requiredOption('--tenant <id>', 'whose volunteer or household')
    .requiredOption('--person <id>', 'about whom')
    .requiredOption('--out <folder>', 'a new folder')
    .option('--kind <kind>', kindHelp)
    .option('--language <code>', 'of the document', 'de')
    .action(async (options: ExportOptions) => {
      await exportPerson(config(), options, hint);
      print(`${options.out}: data.json and document.pdf, for nobody else on this machine to read`);
    });
  privacy
    .command('erase')
    .description('forget a person for good; returns once every service has said that nothing is left')
    .requiredOption('--tenant <id>', 'whose volunteer or household')
    .requiredOption('--person <id>', 'whom')
    .requiredOption(
      '--ground <code>',
      'Art. 17 para. 1 DSGVO: purpose-ended, consent-withdrawn, objection, unlawful, legal-duty or child-consent',
    )
    .option('--kind <kind>', kindHelp)
    .action((options: EraseOptions) => erasePerson(config(), options, hint));
  privacy
    .command('status')
    .description('erasures and exports, how far they are, and which services are missing')
    .requiredOption('--tenant <id>', 'whose people')
    .option('--person <id>', 'only about this person')
    .action(async (options: { tenant: string; person?: string }) => {
      printAll(await privacyLines(config(), options), 'nobody has asked to be forgotten or to see their data');
    });
  privacy
    .command('prove-erasure')
    .description(
      'plant people in a platform of its own, erase them, and look for what is left; ends with 1 when anything is',
    )
    .option('--folder <folder>', 'do it there and keep everything; a temporary folder unless told')
    .action(async (options: { folder?: string }) => {
      const failures = await proveErasure({ ...options, tell: print });
      if (failures.length > 0) process.exitCode = 1;
    });
}
