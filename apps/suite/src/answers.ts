import { readFileSync } from 'node:fs';
import type { AnswerSchemas } from '@lotsennetz/platform';

/** Where what all routes answer lies, seen from the source and from the build of the suite alike. */
export const answersFile = new URL('../api-answers.json', import.meta.url);

/** What the routes of all services answer, as `npm run api-types` has written it down. */
export function readAnswers(): AnswerSchemas {
  return JSON.parse(readFileSync(answersFile, 'utf8')) as AnswerSchemas;
}
