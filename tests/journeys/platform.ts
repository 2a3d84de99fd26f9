import {
  eventStoreDbServer,
  findOwnServers,
  findServer,
  kafkaServer,
  mongoServer,
  unique,
  type Found,
} from '@lotsennetz/testing';
import type { Settings } from '../platform-process.js';
import { PlatformUnderTest } from '../platform-under-test.js';

export interface JourneyAnswer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a journey expects of an answer is what it checks
  readonly body: any;
}

/** A platform with one new tenant, reached over HTTP only. */
export interface Platform {
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<JourneyAnswer>;
  callPublic(method: string, path: string, body?: unknown): Promise<JourneyAnswer>;
  download(path: string): Promise<Uint8Array>;
  /** Asks until the answer is as expected; events need a moment to travel. @throws Error with the last answer after 20 s. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see JourneyAnswer
  eventually(ask: () => Promise<any>, expected: (answer: any) => boolean | Promise<boolean>): Promise<any>;
  close(): Promise<void>;
}

/** Opens a platform with a new tenant. */
export type OpenPlatform = (tenant: string) => Promise<Platform>;

/** The embedded default, in a process of its own. */
const embedded =
  (settings: Settings): OpenPlatform =>
  (tenant) =>
    openUnderTest(new PlatformUnderTest(settings), ['start', '--no-example'], tenant);

async function openUnderTest(under: PlatformUnderTest, args: readonly string[], tenant: string): Promise<Platform> {
  try {
    return await startAndFound(under, args, tenant);
  } catch (error) {
    // Its processes would keep the test run alive.
    await under.stop().catch(() => null);
    await under[Symbol.asyncDispose]();
    throw error;
  }
}

async function startAndFound(under: PlatformUnderTest, args: readonly string[], tenant: string): Promise<Platform> {
  const { port } = (await under.start(args)).http;
  await under.foundTenant(tenant);
  const token = await under.createToken(tenant, 'coordinator');
  const platform = client(`http://127.0.0.1:${port}`, token, async () => {
    await under.stop();
    await under[Symbol.asyncDispose]();
  });
  for (const list of [
    'registration/T/volunteers',
    'training/T/courses',
    'matching/T/requests',
    'notifications/T/messages',
    'reporting/T/reports/integration',
  ])
    await platform.eventually(
      () => platform.call('GET', `/${list.replace('T', tenant)}`),
      ({ status }: JourneyAnswer) => status === 200,
    );
  return platform;
}

/**
 * Every topology that runs here, and for each other one the reason why not. A running platform anywhere else is tried
 * with `LOTSENNETZ_JOURNEY_URL` and `LOTSENNETZ_JOURNEY_TOKEN` (of the tenant of the journey).
 * @param settings for the platforms that are started here
 */
export async function topologies(
  environment: NodeJS.ProcessEnv,
  settings: Settings = {},
): Promise<readonly (readonly [name: string, found: Found<OpenPlatform>])[]> {
  const { LOTSENNETZ_JOURNEY_URL: url, LOTSENNETZ_JOURNEY_TOKEN: token, EVENTSTORE_URL: eventStore } = environment;
  const remote: OpenPlatform = () => Promise.resolve(client(url ?? '', token ?? '', () => Promise.resolve()));
  return [
    ['embedded', { server: embedded(settings) }],
    [
      'distributed',
      distributed(await findServer(kafkaServer), await findServer(mongoServer), {
        ...settings,
        ...(eventStore ? { EVENTSTORE_URL: eventStore } : {}),
      }),
    ],
    ...(url && token ? [['remote', { server: remote }] as const] : []),
  ];
}

/**
 * The same with every history in the stub of an EventStoreDB, a process of its own: it shows that a whole job runs over
 * that adapter, not what a real server does.
 */
export async function distributedOnEventStoreDbStub(): Promise<Found<OpenPlatform>> {
  const stub = await findOwnServers(eventStoreDbServer);
  if ('missing' in stub) return stub;
  const [kafka, mongo] = [await findServer(kafkaServer), await findServer(mongoServer)];
  const open = async (tenant: string): Promise<Platform> => {
    const server = await stub.server();
    const found = distributed(kafka, mongo, { EVENTSTORE_URL: server.url });
    if ('missing' in found) throw new Error(found.missing);
    const platform = await found.server(tenant);
    const close = async () => {
      await platform.close();
      await server.dispose();
    };
    return { ...platform, close };
  };
  return 'missing' in kafka ? kafka : 'missing' in mongo ? mongo : { server: open };
}

/** Services in processes of their own, on Kafka and a server of MongoDB's protocol; on EventStoreDB where its address is given. */
function distributed(
  kafka: Found<{ readonly url: string }>,
  mongo: Found<{ readonly url: string }>,
  given: Settings,
): Found<OpenPlatform> {
  if ('missing' in kafka) return kafka;
  if ('missing' in mongo) return mongo;
  const own = unique('journey');
  const settings = {
    KAFKA_URL: `${kafka.server.url}?prefix=${own}.`,
    MONGODB_URL: mongo.server.url.replace(/^(mongodb:..[^/?]+)\/?/, `$1/${own}`),
    ...given,
    ...(given['EVENTSTORE_URL'] ? eventStoreSettings(given['EVENTSTORE_URL'], own) : {}),
  };
  return {
    server: (tenant) => openUnderTest(new PlatformUnderTest(settings), ['distributed', '--no-example'], tenant),
  };
}

/** Streams of this journey's own: the server may be shared, and keeps what others and earlier runs have written. */
function eventStoreSettings(url: string, own: string): Settings {
  const address = `${url}${url.includes('?') ? '&' : '?'}prefix=${own}.`;
  // What the test does itself, such as founding the tenant, goes to the same store.
  return { EVENTSTORE_URL: address, LOTSENNETZ_EVENT_STORE: address };
}

function client(url: string, token: string, close: () => Promise<void>): Platform {
  const bearer = { authorization: `Bearer ${token}` };
  return {
    call: (method, path, body, headers = {}) => call(`${url}${path}`, method, body, { ...bearer, ...headers }),
    callPublic: (method, path, body) => call(`${url}${path}`, method, body, {}),
    async download(path) {
      const response = await fetch(`${url}${path}`, { headers: bearer });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    eventually,
    close,
  };
}

async function call(
  url: string,
  method: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<JourneyAnswer> {
  const content =
    body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
  const response = await fetch(url, { method, headers, ...content });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

async function eventually(
  ask: () => Promise<unknown>,
  expected: (answer: unknown) => boolean | Promise<boolean>,
): Promise<unknown> {
  const deadline = Date.now() + 20_000;
  for (let last: unknown; ;) {
    try {
      last = await ask();
      if (await expected(last)) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline)
      throw last instanceof Error ? last : new Error(`never came true; the last answer was ${JSON.stringify(last)}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
