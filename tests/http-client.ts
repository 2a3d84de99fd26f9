import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Message {
  readonly method: string;
  /** As it goes over the wire: nothing is encoded or normalised, unlike in `fetch`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** The connection ended without an answer: nobody knows whether the request was carried out. */
export class NoAnswer extends Error {}

/** Raw HTTP to one address over kept connections. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(readonly port: number) {}

  /** @throws NoAnswer */
  send({ method, path, headers = {}, body }: Message): Promise<Answer> {
    const length: Record<string, string> = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` };
    return new Promise((resolve, reject) => {
      const fail = (cause: Error) => reject(new NoAnswer(`no answer to ${method} ${path}`, { cause }));
      const sent = request(
        { host: '127.0.0.1', port: this.port, agent: this.agent, method, path, headers: { ...length, ...headers } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.once('error', fail);
          answer.once('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      // A body that is too large is answered before it was sent to its end; then the answer counts, not the broken pipe.
      sent.on('error', fail);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
