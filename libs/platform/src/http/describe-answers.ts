import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schema = NonNullable<OpenAPIObject['components']>['schemas'] extends Record<string, infer Each> | undefined
  ? Each
  : never;

/**
 * What routes answer when they succeed, by operation id (`VolunteerListHttp_list`). Types are gone when a process runs,
 * so that somebody who has the sources writes it down before.
 */
export type AnswerSchemas = Readonly<Record<string, object>>;

/** Adds to each operation what it answers, where the document does not say so already. */
export function describeAnswers({ paths }: OpenAPIObject, answers: AnswerSchemas): void {
  for (const { get, post, put, patch, delete: remove } of Object.values(paths))
    for (const operation of [get, post, put, patch, remove]) if (operation) describe(operation, answers);
}

function describe({ operationId = '', responses }: Operation, answers: AnswerSchemas): void {
  const schema = answers[operationId] as Schema | undefined;
  if (!schema) return;
  for (const [status, response] of Object.entries(responses))
    if (status.startsWith('2') && response && !('$ref' in response))
      response.content ??= { 'application/json': { schema } };
}
