import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { pause, type Clock } from '@lotsennetz/kernel';
import type { AuditTrail } from './audit/audit-chain.js';
import type { CallerFinder } from './access/caller.js';
import type { Route } from './http/route-needs.js';
import { readConfig } from './config.js';
import { serve } from './serve.js';
import type { ServiceDefinition } from './service-definition.js';
import type { EmbeddedIdentity } from './session/embedded-identity.js';
import type { ServiceRuntime } from './service-runtime.js';
import { call, request, type Answer, type CallOptions, type RawRequest } from './testing/calls.js';

export type { Answer, CallOptions, RawRequest } from './testing/calls.js';
export { filesHolding, type Leak } from './testing/leaks.js';
export { mailedInvitation, personOfHeader, signedInHeaders } from './testing/people.js';
export { TestBrowser } from './testing/test-browser.js';
export { TestIssuer } from './testing/test-issuer.js';

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
  /** Repeats the check until it passes; after ten seconds it fails with what the check said last. */
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

/** Starts them on a folder that `close` deletes, without a limit of requests a minute unless the settings name one. */
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

/** For specs that build a runtime by hand: what is recorded goes nowhere. */
export const unrecorded: AuditTrail = {
  append: async () => {},
  anchor: async () => {},
  chain: () => Promise.resolve({ folder: '', chain: 'none' }),
  close: async () => {},
};

const patienceMs = 10_000;

async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(20);
    }
  }
}
