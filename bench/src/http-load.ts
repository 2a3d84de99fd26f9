import { connect, type Socket } from 'node:net';

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly body?: object;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * One keep-alive connection, one request at a time. Written on the socket, because on a machine with two
 * processors a heavier client would take time from the server it measures.
 */
export class HttpClient {
  private received = '';
  private pending: { resolve: (answer: HttpAnswer) => void; reject: (reason: Error) => void } | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('data', (part: string) => this.take(part));
    socket.on('close', () => this.pending?.reject(new Error('the server closed the connection')));
    socket.on('error', () => undefined);
  }

  static async open(port: number): Promise<HttpClient> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new HttpClient(socket);
  }

  send({ method, path, token, body }: HttpRequest): Promise<HttpAnswer> {
    const content = body === undefined ? '' : JSON.stringify(body);
    const type = body === undefined ? '' : 'content-type: application/json\r\n';
    this.socket.write(
      `${method} ${path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\n${type}` +
        `content-length: ${Buffer.byteLength(content)}\r\n\r\n${content}`,
    );
    return new Promise((resolve, reject) => (this.pending = { resolve, reject }));
  }

  close(): void {
    this.pending = undefined;
    this.socket.destroy();
  }

  private take(part: string): void {
    this.received += part;
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.received.slice(0, end))?.[1] ?? 0);
    if (this.received.length < end + 4 + length) return;
    const answer = { status: Number(this.received.slice(9, 12)), body: this.received.slice(end + 4, end + 4 + length) };
    this.received = '';
    this.pending?.resolve(answer);
  }
}

/** Requests of one client, one after the other for ever. */
export type Script = Iterator<HttpRequest>;

export interface Load {
  readonly perSecond: number;
  readonly answered: number;
}

/** Lets every client send its script for `seconds`, each as fast as it is answered. @throws Error for an answer that is no success. */
export async function load(port: number, scripts: readonly Script[], seconds: number): Promise<Load> {
  const clients = await Promise.all(scripts.map(async (script) => ({ script, client: await HttpClient.open(port) })));
  const since = performance.now();
  const until = since + seconds * 1000;
  const counts = await Promise.all(clients.map(({ client, script }) => sendUntil(client, script, until)));
  const elapsedMs = performance.now() - since;
  for (const { client } of clients) client.close();
  const answered = counts.reduce((sum, count) => sum + count, 0);
  return { answered, perSecond: (answered / elapsedMs) * 1000 };
}

async function sendUntil(client: HttpClient, script: Script, until: number): Promise<number> {
  let answered = 0;
  while (performance.now() < until) {
    expectSuccess(await client.send(script.next().value as HttpRequest));
    answered += 1;
  }
  return answered;
}

/** @throws Error for an answer that is no success. */
export function expectSuccess({ status, body }: HttpAnswer): string {
  if (status < 200 || status > 299) throw new Error(`answered ${status}: ${body}`);
  return body;
}
