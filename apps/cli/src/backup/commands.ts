import { DataFolderInUse, type Config } from '@lotsennetz/platform';
import type { Command } from 'commander';
import { startFailure } from '../start-failure.js';
import { backup } from './backup.js';
import type { Manifest } from './manifest.js';
import { migrate } from './migrate.js';
import { restore } from './restore.js';

/** `backup`, `restore` and `migrate`. */
export function addBackupCommands(program: Command, config: () => Config): void {
  program
    .command('backup <folder>')
    .description('write all histories and keys into a new folder, beside a running platform, and read them back')
    .option('--keys <file>', 'write the keys there instead: apart from the data that they open')
    .action(async (folder: string, options: { keys?: string }) => {
      const line = countLine();
      const manifest = await backup(config(), folder, { ...options, onProgress: (step) => line.show(step) });
      line.end();
      describe(manifest, `${folder}: backup`);
    });

  program
    .command('restore <folder>')
    .description('fill empty stores from a backup; the platform must not run')
    .option('--keys <file>', 'take the keys from there, such as from the newest backup')
    .action(async (folder: string, options: { keys?: string }) => {
      const line = countLine();
      const onProgress = (service: string, events: number) => line.show(`${service}: ${events} events`);
      const manifest = await restore(config(), folder, { ...options, onProgress });
      line.end();
      describe(manifest, `${config().dataFolder}: restored from the backup`);
      console.log('next: start it; then "lotsennetz verify" and "lotsennetz parked list" must show nothing wrong');
    });

  program
    .command('migrate')
    .description('copy the histories of all tenants, or of one, into another event store; repeat it when interrupted')
    .requiredOption('--from <store>', 'sqlite:<data folder>, or configured: the stores of the settings')
    .requiredOption('--to <store>', 'the same')
    .option('--tenant <id>', 'only this tenant')
    .action((options: { from: string; to: string; tenant?: string }) => move(config(), options));
}

async function move(config: Config, options: { from: string; to: string; tenant?: string }): Promise<void> {
  const line = countLine();
  const onProgress = (service: string, events: number) => line.show(`${service}: ${events} events`);
  try {
    const { services, accountsLeft } = await migrate(config, { ...options, onProgress });
    line.end();
    for (const { service, events, streams, hash } of services)
      console.log(`${service}\t${events} events\t${streams} streams\tequal on both sides (${hash})`);
    console.log('keys, accounts and audit records are there too; the source stays as it is');
    if (accountsLeft > 0)
      console.log(
        `without the accounts of ${accountsLeft} members who work for other tenants too: end these memberships at the target, and invite them anew`,
      );
    console.log(
      'next: start the target and check it; then revoke the tokens at the source, so that nobody goes on there',
    );
  } catch (error) {
    throw error instanceof DataFolderInUse ? startFailure(error, config) : error;
  } finally {
    line.end();
  }
}

function describe({ madeAt, services, keys, audit, without }: Manifest, what: string): void {
  console.log(`${what} of ${madeAt}`);
  for (const { service, events, streams, hash } of services)
    console.log(`  ${service}\t${events.lines} events\t${streams} streams\t${hash}`);
  if (audit) console.log(`  audit records\t${audit.lines}`);
  console.log(`  keys\t${keys.lines} (wrapped: the root key opens them, which lies elsewhere)`);
  console.log(`  not in it: ${without.join(', ')}`);
}

/** One line that moves, on a terminal only. */
function countLine(): { show(text: string): void; end(): void } {
  const { stderr } = process;
  const write = (text: string) => stderr.isTTY && stderr.write(`\r\u001b[2K${text}`);
  return { show: (text) => void write(`  ${text}`), end: () => void write('') };
}
