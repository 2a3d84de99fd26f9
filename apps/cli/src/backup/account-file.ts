import { systemClock } from '@lotsennetz/kernel';
import { openDocuments, type Config, type IdentityAccounts } from '@lotsennetz/platform';
import { identity } from '@lotsennetz/suite';
import type { Stores } from '../stores.js';
import { readLines, writeLines, type LinesFile } from './lines-file.js';

const accountFileName = 'accounts.ndjson.gz';

/**
 * Writes how people sign in at the embedded provider, as it is stored: a hash of the password, the rest sealed. Where
 * they sign in elsewhere there is nothing to write.
 */
export async function writeAccounts(folder: string, config: Config, stores: Stores): Promise<LinesFile | undefined> {
  return withAccounts(config, stores, (accounts) => writeLines(`${folder}/${accountFileName}`, accounts.records()));
}

/** May be repeated. Whoever was forgotten since is dropped at the next start, as the ledger says. */
export async function adoptAccounts(path: string, config: Config, stores: Stores): Promise<void> {
  await withAccounts(config, stores, (accounts) => accounts.adopt(readLines<object>(path)));
}

/**
 * Takes the accounts along into stores that are new: where people sign in already, their passwords there count. Nothing
 * is opened on the way: the secret that seals them went before, with the keys. May be repeated.
 */
export async function copyAccounts(source: Side, target: Side): Promise<void> {
  await withAccounts(source.config, source.stores, (from) =>
    withAccounts(target.config, target.stores, (to) => to.adopt(from.records())),
  );
}

/**
 * Gives the accounts of these people to a platform with secrets of its own, which may have people already: the password's
 * hash, name and second factor. They stay where they are, too, as everything does. May be repeated.
 * @returns false where people sign in elsewhere, so that there was nothing to give
 */
export async function copyAccountsOf(identities: ReadonlySet<string>, source: Side, target: Side): Promise<boolean> {
  const copied = await withAccounts(source.config, source.stores, (from) =>
    withAccounts(target.config, target.stores, async (to) => {
      await to.takeIn(await from.carried(identities));
      return true;
    }),
  );
  return copied ?? false;
}

interface Side {
  readonly config: Config;
  readonly stores: Stores;
}

async function withAccounts<Result>(
  config: Config,
  { shared: { keys } }: Stores,
  work: (accounts: IdentityAccounts) => Promise<Result>,
): Promise<Result | undefined> {
  if (config.oidcIssuer !== '') return undefined;
  const documents = openDocuments(config, 'identity');
  try {
    return await work(await identity.openAccounts({ documents, keys, clock: systemClock }));
  } finally {
    await documents.close();
  }
}
