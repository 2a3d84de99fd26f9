import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Type } from '@nestjs/common';
import { pause, systemClock, TenantScope, type Clock } from '@lotsennetz/kernel';
import type { AuditTrail } from './audit/audit-chain.js';
import type { CallerFinder } from './access/caller.js';
import { signInvitation } from './access/invitation.js';
import type { Route } from './http/route-needs.js';
import { readConfig, type Config } from './config.js';
import { openDocuments } from './open-ports.js';
import { serve } from './serve.js';
import type { ServiceDefinition } from './service-definition.js';
import { sessionCookie } from './session/cookies.js';
import type { EmbeddedIdentity } from './session/embedded-identity.js';
import { csrfTokenOf } from './session/session.js';
import { Sessions } from './session/sessions.js';
import type { ServiceRuntime } from './service-runtime.js';

export interface CallOptions {
  readonly body?: unknown;
  readonly csv?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RawRequest {
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a test expects of an answer is what it checks
  readonly body: any;
}

/** Real services on a folder of their own, on a free port, for journeys over HTTP. */
export interface TestDeployment {
  readonly url: string;
  readonly folder: string;
  /** Where its root key and erasure ledger lie. */
  readonly keyring: string;
  readonly routes: readonly Route[];
  service(name: string): ServiceRuntime;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** Sends the bytes as they are. */
  raw(method: string, path: string, sent: RawRequest): Promise<Answer>;
  /** Waits until everything recorded is published, handled and shown. */
  settled(): Promise<void>;
  eventually(check: () => Promise<void>): Promise<void>;
  /** Ends the platform and starts it again on the same folder; runtimes asked for before are closed then. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface TestOptions {
  /** Settings as environment variables, such as `{ LOTSENNETZ_PUBLIC_FORMS_PER_MINUTE: '3' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  readonly identity?: EmbeddedIdentity;
  readonly callerFinders?: readonly CallerFinder[];
  /** Pages of the process itself. */
  readonly pages?: readonly Type[];
}

/**
 * Lets a test be anybody: `x-test-person: <identity>`, or `<identity> one-factor`. In tests only, where no sign-in is
 * what is tried.
 */
export const personOfHeader: CallerFinder = ({ headers }) => {
  const [identity, factor] = (headers['x-test-person']?.toString() ?? '').split(' ');
  if (!identity) return undefined;
  return { kind: 'person', identity, secondFactor: factor !== 'one-factor', sessionId: 'test' };
};

export async function startForTest(
  services: readonly ServiceDefinition[],
  { settings = {}, ...more }: TestOptions = {},
): Promise<TestDeployment> {
  const base = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  const [folder, keyring] = [join(base, 'data'), join(base, 'keyring')];
  mkdirSync(folder);
  const config = readConfig({
    ...{ PORT: '0', LOTSENNETZ_REQUESTS_PER_MINUTE: '0' },
    LOTSENNETZ_DATA: folder,
    LOTSENNETZ_KEYRING: keyring,
    ...settings,
  });
  let deployment = await serve({ config, services, ...more });
  const url = () => `http://127.0.0.1:${deployment.port ?? 0}`;
  return {
    get url() {
      return url();
    },
    folder,
    keyring,
    get routes() {
      return deployment.routes;
    },
    service: (name) => deployment.service(name),
    call: (method, path, options) => call(`${url()}${path}`, method, options),
    raw: (method, path, { body, headers = {} }) =>
      request(`${url()}${path}`, { method, headers, body: new Uint8Array(Buffer.from(body)) }),
    settled: () => deployment.settled(),
    eventually,
    async restart() {
      await deployment.close();
      deployment = await serve({ config, services, ...more });
    },
    async close() {
      await deployment.close();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** Headers of a browser in which this person is signed in, with both factors, at a platform on the same configuration. */
export async function signedInHeaders(config: Config, identity: string): Promise<Readonly<Record<string, string>>> {
  const documents = openDocuments(config, 'sessions');
  try {
    const sessions = new Sessions(documents, systemClock);
    await sessions.open();
    const id = await sessions.begin({ identity, secondFactor: true });
    return { cookie: `${sessionCookie}=${id}`, 'x-csrf-token': csrfTokenOf(id) };
  } finally {
    await documents.close();
  }
}

/** What the link of an invitation holds that is told to nobody but its mail. */
export function mailedInvitation(
  platform: Pick<TestDeployment, 'service'>,
  { tenant, id, number = 1 }: { readonly tenant: string; readonly id: string; readonly number?: number },
): Promise<string> {
  const { keys } = platform.service('registration');
  return signInvitation(keys, TenantScope.of(tenant), { membershipId: id, number });
}

/** For specs that build a runtime by hand: what is recorded goes nowhere. */
export const unrecorded: AuditTrail = {
  append: async () => {},
  anchor: async () => {},
  chain: () => Promise.resolve({ folder: '', chain: 'none' }),
  close: async () => {},
};

/** A text in clear where only sealed values may lie. */
export interface Leak {
  /** Path inside the folder. */
  readonly file: string;
  readonly needle: string;
}

/**
 * Every file under the folder that holds one of the needles as UTF-8 bytes, as written or in lower case:
 * databases with their logs, mails, whatever lies there. Needles of fewer than four bytes would be found by chance.
 */
export function filesHolding(folder: string, needles: readonly string[]): readonly Leak[] {
  const tooShort = needles.find((needle) => Buffer.byteLength(needle) < 4);
  if (tooShort !== undefined) throw new RangeError(`'${tooShort}' is too short to be looked for in files`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    const holds = (needle: string) => content.includes(needle) || content.includes(needle.toLowerCase());
    return [...new Set(needles)].filter(holds).map((needle) => ({ file: relative(folder, path), needle }));
  });
}

async function call(
  url: string,
  method: string,
  { body, csv, token, headers = {} }: CallOptions = {},
): Promise<Answer> {
  const content =
    csv !== undefined
      ? { 'content-type': 'text/csv' }
      : body !== undefined
        ? { 'content-type': 'application/json' }
        : {};
  const authorization = token ? { authorization: `Bearer ${token}` } : {};
  const sent = csv ?? (body === undefined ? undefined : JSON.stringify(body));
  const init = { method, headers: { ...content, ...authorization, ...headers } };
  return request(url, sent === undefined ? init : { ...init, body: sent });
}

async function request(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as unknown) : text };
}

async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(20, AbortSignal.any([]));
    }
  }
}
