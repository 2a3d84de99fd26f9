import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { serverLimits } from '@lotsennetz/platform';
import { stateDocument, type PlatformState } from '@lotsennetz/suite';

/**
 * One address for services in several processes, as an ingress gives it on a cluster: the first segment of the path
 * names the service. The state page adds up what each tells.
 */
export function openGateway(portOf: ReadonlyMap<string, number>): Server {
  const { keepAliveTimeout, requestTimeout } = serverLimits;
  return createServer({ keepAliveTimeout, requestTimeout }, (incoming, outgoing) => {
    const [first = ''] = (incoming.url ?? '/').slice(1).split(/[/?]/);
    const port = portOf.get(first);
    if (port !== undefined) forward(port, incoming, outgoing);
    else if (incoming.url === '/status') void answerState(portOf, outgoing);
    else if (incoming.url === '/health/ready') void answerReady(portOf, outgoing);
    else forward([...portOf.values()][0] ?? 0, incoming, outgoing);
  });
}

function forward(port: number, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const headers = { ...endToEnd(incoming.headers), 'x-forwarded-for': incoming.socket.remoteAddress };
  const sent = request({ host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    answer.pipe(outgoing);
  });
  sent.once('error', () => problem(outgoing));
  // A page that is left ends its stream of changes, which no service would end by itself.
  outgoing.once('close', () => sent.destroy());
  incoming.pipe(sent);
}

/** Without what is said about one connection only: how long a service keeps its own is not how long this one is kept. */
function endToEnd({ connection: _, 'keep-alive': __, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders {
  return headers;
}

function problem(outgoing: ServerResponse): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  const body = {
    type: 'urn:lotsennetz:problem:unavailable',
    title: 'The service does not answer now. Try again in a moment.',
    status: 503,
    code: 'unavailable',
  };
  outgoing.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '2' }).end(JSON.stringify(body));
}

async function answerReady(portOf: ReadonlyMap<string, number>, outgoing: ServerResponse): Promise<void> {
  const ready = await Promise.all(
    [...portOf.values()].map((port) =>
      fetch(`http://127.0.0.1:${port}/health/ready`)
        .then((answer) => answer.ok)
        .catch(() => false),
    ),
  );
  if (!ready.every(Boolean)) problem(outgoing);
  else
    outgoing
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ status: 'ready', services: [...portOf.keys()] }));
}

async function answerState(portOf: ReadonlyMap<string, number>, outgoing: ServerResponse): Promise<void> {
  try {
    const states = await Promise.all(
      [...portOf.values()].map(
        async (port) => (await (await fetch(`http://127.0.0.1:${port}/status/state.json`)).json()) as PlatformState,
      ),
    );
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'self'",
    };
    outgoing.writeHead(200, headers).end(stateDocument(addUp(states)));
  } catch {
    problem(outgoing);
  }
}

/** The state of a platform whose services told their parts. */
function addUp(states: readonly PlatformState[]): PlatformState {
  const ids = [...new Set(states.flatMap((state) => state.tenants.map((tenant) => tenant.id)))];
  const tenants = ids.map((id) => {
    const parts = states.flatMap((state) => state.tenants.filter((tenant) => tenant.id === id));
    return { id, name: parts[0]?.name ?? id, figures: parts.flatMap((part) => part.figures) };
  });
  return {
    tenants,
    parked: sum(states.map((state) => state.parked)),
    backlog: sum(states.map((state) => state.backlog)),
  };
}

const sum = (figures: readonly number[]) => figures.reduce((total, each) => total + each, 0);
