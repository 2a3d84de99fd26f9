import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openGateway } from './gateway.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A gateway before one service; answers the gateway's port. */
const gatewayBefore = async (service: RequestListener) =>
  listening(openGateway(new Map([['training', await listening(createServer(service))]])));

async function answerOf(port: number): Promise<IncomingMessage> {
  const [answer] = (await once(get({ port, host: '127.0.0.1', path: '/training/x' }), 'response')) as [IncomingMessage];
  return answer;
}

describe('the gateway before services in several processes', () => {
  it('says how long it keeps a connection itself, not how long the service does', async () => {
    const port = await gatewayBefore((_, outgoing) => outgoing.writeHead(200, { 'keep-alive': 'timeout=7' }).end());
    expect((await answerOf(port)).headers['keep-alive']).toBe('timeout=72');
  });

  it('ends the service’s stream of changes when the page is left', async () => {
    const ended = Promise.withResolvers<string>();
    const port = await gatewayBefore((_, outgoing) => {
      outgoing.once('close', () => ended.resolve('ended'));
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
    });
    (await answerOf(port)).destroy();
    expect(await ended.promise).toBe('ended');
  });

  it('answers 503 while a service is away', async () => {
    const port = await listening(openGateway(new Map([['training', 1]])));
    const { statusCode, headers } = await answerOf(port);
    expect([statusCode, headers['content-type']]).toEqual([503, 'application/problem+json']);
  });
});
