import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceDefinition } from '../service-definition.js';

/** OpenAPI of all services of this process at `/api/docs` (a page) and `/api/openapi.json`. */
export function serveDocuments(app: NestFastifyApplication, services: readonly ServiceDefinition[]): void {
  const builder = new DocumentBuilder()
    .setTitle('Lotsennetz')
    .setDescription(
      `Services: ${services.map((service) => service.name).join(', ')}. Errors are application/problem+json with a stable \`code\`.`,
    )
    .setVersion('1')
    .addBearerAuth();
  const document = SwaggerModule.createDocument(app, builder.addSecurityRequirements('bearer').build());
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}
