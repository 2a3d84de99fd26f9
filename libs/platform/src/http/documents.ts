import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceDefinition } from '../service-definition.js';
import { describeAnswers, type AnswerSchemas } from './describe-answers.js';

/** OpenAPI of all services of this process at `/api/docs` (a page) and `/api/openapi.json`. */
export function serveDocuments(
  app: NestFastifyApplication,
  services: readonly ServiceDefinition[],
  answers: AnswerSchemas = {},
): void {
  const builder = new DocumentBuilder()
    .setTitle('Lotsennetz')
    .setDescription(
      `Services: ${services.map((service) => service.name).join(', ')}. Errors are application/problem+json with a stable \`code\`.`,
    )
    .setVersion('1')
    .addBearerAuth();
  const document = SwaggerModule.createDocument(app, builder.addSecurityRequirements('bearer').build());
  namePathParameters(document);
  describeAnswers(document, answers);
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}

// The guard reads the tenant from the path; no handler takes it as a parameter, so Nest does not know of it.
function namePathParameters(document: OpenAPIObject): void {
  for (const [path, { get, post, put, patch, delete: remove }] of Object.entries(document.paths)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    for (const operation of [get, post, put, patch, remove]) {
      if (!operation) continue;
      const known = (operation.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name : ''));
      const missing = names.filter((name) => !known.includes(name));
      operation.parameters = [
        ...missing.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' as const } })),
        ...(operation.parameters ?? []),
      ];
    }
  }
}
