import { PlatformUnderTest } from '../platform-under-test.js';

export interface JourneyAnswer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a journey expects of an answer is what it checks
  readonly body: any;
}

/** A platform with one new tenant, reached over HTTP only. */
export interface Platform {
  call(method: string, path: string, body?: unknown): Promise<JourneyAnswer>;
  callPublic(method: string, path: string, body?: unknown): Promise<JourneyAnswer>;
  download(path: string): Promise<Uint8Array>;
  /** Asks until the answer is as expected; events need a moment to travel. @throws Error with the last answer after 20 s. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see JourneyAnswer
  eventually(ask: () => Promise<any>, expected: (answer: any) => boolean | Promise<boolean>): Promise<any>;
  close(): Promise<void>;
}

/**
 * The platform of the topology under test: by default the embedded one, in a process of its own; with
 * `LOTSENNETZ_JOURNEY_URL` and `LOTSENNETZ_JOURNEY_TOKEN` (of the same tenant) any other that is running already.
 */
export async function openPlatform(tenant: string): Promise<Platform> {
  const { LOTSENNETZ_JOURNEY_URL: url, LOTSENNETZ_JOURNEY_TOKEN: token } = process.env;
  if (url && token) return client(url, token, () => Promise.resolve());
  const embedded = new PlatformUnderTest();
  const { port } = (await embedded.start()).http;
  await embedded.foundTenant(tenant);
  const created = await embedded.createToken(tenant, 'coordinator');
  await embedded.settled();
  return client(`http://127.0.0.1:${port}`, created, () => embedded[Symbol.asyncDispose]());
}

function client(url: string, token: string, close: () => Promise<void>): Platform {
  const bearer = { authorization: `Bearer ${token}` };
  return {
    call: (method, path, body) => call(`${url}${path}`, method, body, bearer),
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
