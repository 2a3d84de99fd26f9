import type { Config } from '@lotsennetz/platform';
import type { Command } from 'commander';
import { createToken } from './create-token.js';
import { hint, print } from './print.js';
import { revokeToken } from './revoke-token.js';

/** `token create` and `token revoke`. */
export function addTokenCommands(program: Command, config: () => Config): void {
  const token = program.command('token').description('tokens for machines');
  token
    .command('create')
    .description('print a new token; it is shown this once only')
    .requiredOption('--tenant <id>', 'whose data it opens')
    .requiredOption(
      '--role <role>',
      'coordinator, trainer, carrier-manager, analyst or administrator; operator at platform',
    )
    .option('--until <day>', 'the last day, within a year; in a year unless told otherwise')
    .action(async (options: { tenant: string; role: string; until?: string }) => {
      const made = await createToken(config(), options);
      print(made.token);
      hint(`opens '${options.tenant}' as ${options.role} until ${made.validUntil}, and is not shown again`);
      hint(`to take it back: lotsennetz token revoke ${made.tokenId} --tenant ${options.tenant}`);
    });
  token
    .command('revoke <tokenId>')
    .description('take a token back; its id is the actor of what it did')
    .requiredOption('--tenant <id>', 'whose data it opens')
    .action(async (tokenId: string, options: { tenant: string }) => {
      await revokeToken(config(), tokenId, options);
      print(`${tokenId}: revoked; no service honours it any more`);
    });
}
