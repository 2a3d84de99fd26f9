import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.js';
import { traceparentOf, type Span, type Tracing } from './tracing.js';

const boundsSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Times every request by its route, never by its address, and puts a span around those that belong to a tenant. */
export function observeHttp(
  server: Pick<FastifyInstance, 'addHook'>,
  { metrics, tracing }: { readonly metrics: Metrics; readonly tracing: Tracing },
): void {
  const seconds = metrics.histogram(
    'lotsennetz_http_request_duration_seconds',
    'Time to answer a request, by method, route and status.',
    boundsSeconds,
  );
  server.addHook('onResponse', (request, reply, done) => {
    seconds.observe(
      { method: request.method, route: routeOf(request) ?? 'unmatched', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
    done();
  });
  if (tracing.isOn) traceRequests(server, tracing);
}

function traceRequests(server: Pick<FastifyInstance, 'addHook'>, tracing: Tracing): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  server.addHook('onRequest', (request, _reply, done) => {
    const route = routeOf(request);
    // Probes and pages of the platform would be most of the traces and tell nothing.
    if (route?.includes('/:tenant')) spans.set(request, beginRequest(tracing, request, route));
    done();
  });
  // After the body: the stream it came from calls back outside of any context.
  server.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request);
    if (span) tracing.within(span, done);
    else done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    span?.set({ 'http.response.status_code': reply.statusCode });
    if (reply.statusCode >= 500) span?.fail(String(reply.statusCode));
    span?.end();
    done();
  });
}

function beginRequest(tracing: Tracing, request: FastifyRequest, route: string): Span {
  const { method } = request;
  return tracing.begin({
    name: `${method} ${route}`,
    kind: 'server',
    parent: traceparentOf(request.headers['traceparent']),
    attributes: { 'http.request.method': method, 'http.route': route },
  });
}

function routeOf(request: FastifyRequest): string | undefined {
  return request.routeOptions.url;
}
