import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { allAt, hexAt, textAt } from './protobuf.js';

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for the first span of a trace. */
  readonly parentId: string;
  readonly name: string;
  readonly service: string;
  /** Attributes that are texts. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Takes what an OpenTelemetry collector takes, OTLP over HTTP with protobuf, and keeps it. */
export class OtlpReceiver {
  readonly spans: ReceivedSpan[] = [];
  readonly metrics = new Set<string>();
  /** Everything that came, for a look at what must not be in it. */
  readonly bodies: Buffer[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OtlpReceiver> {
    const receiver: OtlpReceiver = new OtlpReceiver(
      createServer((request, response) => {
        void buffer(request).then((body) => {
          receiver.take(request.url ?? '', body);
          response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
        });
      }),
    );
    receiver.server.listen(0, '127.0.0.1');
    await once(receiver.server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** The span and what it is part of, outermost first. */
  lineage(span: ReceivedSpan): readonly ReceivedSpan[] {
    const parent = this.spans.find(({ traceId, spanId }) => traceId === span.traceId && spanId === span.parentId);
    return parent ? [...this.lineage(parent), span] : [span];
  }

  // Numbers of fields: opentelemetry/proto/{collector,trace,metrics}/v1.
  private take(path: string, body: Buffer): void {
    this.bodies.push(body);
    const groups = allAt(body, 1).flatMap((resource) =>
      allAt(resource, 2).map((scope) => ({ service: serviceOf(resource), scope })),
    );
    if (path === '/v1/traces')
      for (const { service, scope } of groups)
        for (const span of allAt(scope, 2)) this.spans.push({ ...spanOf(span), service });
    if (path === '/v1/metrics')
      for (const { scope } of groups) for (const metric of allAt(scope, 2)) this.metrics.add(textAt(metric, 1));
  }
}

function spanOf(span: Buffer): Omit<ReceivedSpan, 'service'> {
  const [traceId, spanId, parentId] = [hexAt(span, 1), hexAt(span, 2), hexAt(span, 4)];
  return { traceId, spanId, parentId, name: textAt(span, 5), attributes: attributesOf(span, 9) };
}

function serviceOf(resourceSpans: Buffer): string {
  const [resource = Buffer.alloc(0)] = allAt(resourceSpans, 1);
  return attributesOf(resource, 1).get('service.name') ?? '';
}

function attributesOf(message: Buffer, number: number): ReadonlyMap<string, string> {
  return new Map(allAt(message, number).map((pair) => [textAt(pair, 1), textAt(allAt(pair, 2)[0] ?? pair, 1)]));
}
