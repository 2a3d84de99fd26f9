import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import { openBareWriter, type BareInput } from '../bare-writer.js';
import { childInput, serveParent, usage } from '../child.js';

/** The baseline: no caller to know, nothing to validate or decide, nobody to tell. */
const writer = openBareWriter('bare-fastify', childInput() as BareInput);
const server = fastify();
server.post('/registration/:tenant/volunteers', (_request, reply) => {
  reply.status(201);
  return writer.record(randomUUID());
});
server.post<{ Params: { id: string } }>('/registration/:tenant/volunteers/:id/:action', (request) =>
  writer.record(request.params.id),
);
const address = await server.listen({ port: 0, host: '127.0.0.1' });
serveParent({ port: Number(new URL(address).port) }, { usage }, async () => {
  await server.close();
  writer.close();
});
