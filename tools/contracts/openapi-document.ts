import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, serve, type AnswerSchemas } from '@lotsennetz/platform';
import { readAnswers, services } from '@lotsennetz/suite';

/**
 * The OpenAPI document of all services, as the suite on an empty folder serves it, with what its routes answer.
 * @param answers by operation id; those written down unless told otherwise
 */
export async function openapiDocument(answers: AnswerSchemas = readAnswers()): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-openapi-'));
  const settings = { PORT: '0', LOTSENNETZ_DATA: join(folder, 'data'), LOTSENNETZ_KEYRING: join(folder, 'keyring') };
  const deployment = await serve({ config: readConfig(settings), services, answers });
  try {
    const answer = await fetch(`http://127.0.0.1:${deployment.port ?? 0}/api/openapi.json`);
    return `${JSON.stringify(await answer.json(), null, 1)}\n`;
  } finally {
    await deployment.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
