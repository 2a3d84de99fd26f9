import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, serve } from '@lotsennetz/platform';
import { services } from '@lotsennetz/suite';
import { answersOfControllers } from './answers/answers-of-controllers.js';
import type { AnswerSchema } from './answers/schema-of-type.js';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, unknown>> }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/**
 * The OpenAPI document of all services, as the suite on an empty folder serves it, with what their routes answer: types
 * are gone when the suite runs, so that only here, beside the sources, answers can be described.
 */
export async function openapiDocument(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-openapi-'));
  const settings = { PORT: '0', LOTSENNETZ_DATA: join(folder, 'data'), LOTSENNETZ_KEYRING: join(folder, 'keyring') };
  const deployment = await serve({ config: readConfig(settings), services });
  try {
    const answer = await fetch(`http://127.0.0.1:${deployment.port ?? 0}/api/openapi.json`);
    const document = (await answer.json()) as Document;
    describeAnswers(document, answersOfControllers());
    return `${JSON.stringify(document, null, 1)}\n`;
  } finally {
    await deployment.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Adds to each operation what it answers when it succeeds, where the document does not say so already. */
function describeAnswers({ paths }: Document, answers: ReadonlyMap<string, AnswerSchema>): void {
  for (const operations of Object.values(paths))
    for (const { operationId, responses } of Object.values(operations)) {
      const schema = answers.get(operationId);
      for (const [status, response] of Object.entries(responses))
        if (schema && status.startsWith('2')) response.content ??= { 'application/json': { schema } };
    }
}
