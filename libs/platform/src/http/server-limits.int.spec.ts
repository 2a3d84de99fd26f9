import { connect } from 'node:net';
import { once } from 'node:events';
import fastify, { type FastifyInstance } from 'fastify';
import { Controller, Get, Post } from '@nestjs/common';
import { PlatformPage, PublicForm } from '../access/need.js';
import { startForTest, type TestDeployment } from '../testing.js';
import { answerUnreadable } from './unroutable.js';
import { serverLimits } from './server-limits.js';

@Controller('pages')
class PagesHttp {
  @Get()
  @PlatformPage()
  page(): object {
    return {};
  }

  @Post('form')
  @PublicForm()
  form(): object {
    return {};
  }
}

const definition = { name: 'pages', purposes: [], projections: [], published: [], controllers: [PagesHttp] } as const;

describe('how much one caller may send', () => {
  let platform: TestDeployment;
  afterEach(() => platform.close());
  const statuses = async (count: number, headers: Record<string, string> = {}, path = '/pages') => {
    const answers = [];
    for (let at = 0; at < count; at++) answers.push(await platform.call('GET', path, { headers }));
    return answers.map(({ status }) => status);
  };

  it('is limited in a minute; the answer says when to come again', async () => {
    platform = await startForTest([definition], { settings: { LOTSENNETZ_REQUESTS_PER_MINUTE: '3' } });
    expect(await statuses(3)).toEqual([200, 200, 200]);
    const { status, body, headers } = await platform.call('GET', '/pages');
    expect([status, body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
  it('a token that is none counts for its address', async () => {
    platform = await startForTest([definition], { settings: { LOTSENNETZ_REQUESTS_PER_MINUTE: '3' } });
    const guesses = ['a', 'b', 'c', 'd'].map((token) => statuses(1, { authorization: `Bearer ${token}` }));
    expect((await Promise.all(guesses)).flat().sort()).toEqual([200, 200, 200, 429]);
  });
  it('probes are never refused', async () => {
    platform = await startForTest([definition], { settings: { LOTSENNETZ_REQUESTS_PER_MINUTE: '1' } });
    expect(await statuses(3, {}, '/health/live')).toEqual([200, 200, 200]);
  });
  it('what is not JSON, and what is too much, is not read', async () => {
    platform = await startForTest([definition]);
    const sent = async (contentType: string, body: string) =>
      (await platform.raw('POST', '/pages/form', { body, headers: { 'content-type': contentType } })).status;
    expect(await sent('application/x-www-form-urlencoded', 'a=b')).toBe(415);
    expect(await sent('text/plain', '{}')).toBe(415);
    expect(await sent('multipart/form-data; boundary=x', '--x--')).toBe(415);
    expect(await sent('application/json', JSON.stringify('x'.repeat(1_100_000)))).toBe(413);
  });
});

describe('who sends byte by byte', () => {
  let server: FastifyInstance;
  afterEach(() => server.close());

  it.each([
    ['a head that never ends', 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: '],
    [
      'a body that never ends',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    ],
  ])('is cut off: %s', async (_, text) => {
    server = fastify({
      ...serverLimits,
      requestTimeout: 300,
      http: { headersTimeout: 200, connectionsCheckingInterval: 50 },
      clientErrorHandler: answerUnreadable,
    });
    server.post('/', () => ({}));
    const { port } = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(text);
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => (answer += String(chunk)));
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*"code":"too-slow"/s);
  });
  it('has little time for a head and a minute for the whole', () => {
    server = fastify(serverLimits);
    expect(server.server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 60_000 });
  });
});
