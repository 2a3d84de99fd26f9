import type { Config } from '@lotsennetz/platform';
import { importRosters, PlatformClient, PlatformError } from '@lotsennetz/suite';
import { progressLine } from './progress.js';

/** Sends rosters to a running platform. @throws Error with a line for each faulty line of a rejected file. */
export async function importInto(
  config: Config,
  path: string,
  options: { readonly tenant: string; readonly url?: string; readonly complete: boolean },
): Promise<void> {
  if (!config.token)
    throw new RangeError(
      'set LOTSENNETZ_TOKEN to a token of the tenant: lotsennetz token create --tenant T --role coordinator',
    );
  const progress = progressLine();
  const { url = `http://localhost:${config.port}` } = options;
  const client = new PlatformClient(url.replace(/\/$/, ''), config.token);
  try {
    await importRosters(client, {
      tenant: options.tenant,
      path,
      complete: options.complete,
      onProgress: (each) => progress.show(each),
    });
  } catch (error) {
    throw error instanceof PlatformError ? new Error(explain(error), { cause: error }) : error;
  } finally {
    progress.end();
  }
}

function explain(error: PlatformError): string {
  const lines = error.lines.map(
    ({ line, column, problem, expected }) =>
      `  line ${line}${column ? `, ${column}` : ''}: ${problem}; expected ${expected}`,
  );
  return [`${error.message} (${error.code})`, ...lines].join('\n');
}
