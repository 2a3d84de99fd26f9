#!/usr/bin/env node
import 'reflect-metadata';
import { environment, readConfig } from '@lotsennetz/platform';
import { Command } from 'commander';
import { addAuditCommands } from './audit/commands.js';
import { addBackupCommands } from './backup/commands.js';
import { importInto } from './import.js';
import { askParked, listParked } from './parked.js';
import { printAll } from './print.js';
import { printReport, type ReportOptions } from './print-report.js';
import { rebuildView } from './rebuild-view.js';
import { addPrivacyCommands } from './privacy/commands.js';
import { rotateKeys } from './rotate-keys.js';
import { serveServices } from './serve-services.js';
import { startDistributed } from './distributed/start-distributed.js';
import { startStack } from './distributed/start-stack.js';
import { start } from './start.js';
import { addTokenCommands } from './token-commands.js';
import { addTenantCommands } from './tenants/commands.js';
import { verifyStores } from './verify-stores.js';

const program = new Command('lotsennetz')
  .description('Lotsennetz: volunteers who accompany people new in town')
  .showHelpAfterError('(add --help for what it takes)');
const config = () => readConfig();

program
  .command('start')
  .description('start all services in one process; a new data folder gets the example')
  .option('--no-example', 'leave a new data folder empty')
  .action((options: { example: boolean }) => start(config(), options));

program
  .command('serve <service...>')
  .description('run only these services in this process; the others run elsewhere')
  .action((names: string[]) => serveServices(config(), names));

program
  .command('distributed')
  .description('start every service in a process of its own on real servers of this machine (Java and Maven needed)')
  .option('--no-example', 'leave a new data folder empty')
  .action((options: { example: boolean }) => startDistributed(config(), { ...options, environment: environment() }));

program
  .command('stack')
  .description('start the real servers of this machine for development and print the settings that reach them')
  .action(() => startStack(config()));

addTenantCommands(program, config);

addTokenCommands(program, config);

program
  .command('report')
  .description('reports from the history')
  .command('integration')
  .description('the integration report, as of a day and as known at a moment')
  .requiredOption('--tenant <id>', 'whose report')
  .option('--as-of <day>', 'what had happened by the end of this day, YYYY-MM-DD (default: today)')
  .option('--known-at <instant>', 'only what was recorded by this moment, ISO-8601')
  .option('--format <format>', 'json or csv', 'json')
  .action(async (options: ReportOptions) => console.log(await printReport(config(), options)));

program
  .command('import <path>')
  .description('send a folder of rosters, or one file, to a running platform (LOTSENNETZ_TOKEN)')
  .requiredOption('--tenant <id>', 'whose rosters they are')
  .option('--url <url>', 'address of the platform (default: this machine, at PORT)')
  .option('--complete', 'complete past courses on the day of their last session', false)
  .action((path: string, options: { tenant: string; url?: string; complete: boolean }) =>
    importInto(config(), path, options),
  );

program
  .command('rebuild <view>')
  .description('build a view anew from the history and let it take over')
  .action(async (view: string) => {
    const result = await rebuildView(config(), view);
    console.log(
      `${result.view}: rebuilt, ${result.equal ? 'equal to' : 'different from'} what was served before (${result.hash})`,
    );
  });

program
  .command('verify')
  .description('compare every view with its history; ends with 1 when one differs')
  .action(async () => {
    const { sound } = await verifyStores(config(), (line) => console.log(line));
    if (!sound) process.exitCode = 1;
  });

program
  .command('keys')
  .description('the keys above the keys of personal data')
  .command('rotate')
  .description('make new ones and wrap everything anew, beside a running platform; repeat it when interrupted')
  .option('--tenant <id>', 'only the key of this tenant; the root key stays')
  .action((options: { tenant?: string }) => rotateKeys(config(), options.tenant));

addPrivacyCommands(program, config);
addBackupCommands(program, config);
addAuditCommands(program, config);

const parked = program.command('parked').description('streams that a reaction could not handle');
parked
  .command('list')
  .description('consumer, stream, since when, why, how many events wait')
  .action(async () => {
    printAll(await listParked(config()), 'nothing is parked');
  });
for (const [request, description] of [
  ['retry', 'try again'],
  ['skip', 'drop the first event of the stream and go on'],
] as const) {
  parked
    .command(request)
    .description(description)
    .option('--consumer <name>', 'only of this consumer')
    .option('--stream <name>', 'only this stream')
    .action(async (options: { consumer?: string; stream?: string }) =>
      console.log(
        `asked for ${await askParked(config(), request, options)} stream(s); a running platform acts within a second, else the next start does`,
      ),
    );
}

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
