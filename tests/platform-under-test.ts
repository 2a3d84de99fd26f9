import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveId, FoldCache, pause, randomIds, relayCheckpoint, systemClock } from '@lotsennetz/kernel';
import {
  openServicePorts,
  openSharedPorts,
  readConfig,
  type Config,
  type ServicePorts,
  type SharedPorts,
} from '@lotsennetz/platform';
import { signedInHeaders } from '@lotsennetz/platform/testing';
import { acceptInvitationAs, appointMember, createTokenFor, foundTenantNamed, services } from '@lotsennetz/suite';
import { PlatformProcess, runCli, type CliResult, type Settings } from './platform-process.js';

type StaffRole = 'administrator' | 'coordinator' | 'trainer' | 'carrier-manager' | 'analyst';
type Role = Parameters<typeof createTokenFor>[1]['role'];

/** The stores of a data folder, opened beside the platform that runs on it, or after its death. */
export interface OpenStores {
  readonly shared: SharedPorts;
  readonly services: ReadonlyMap<string, ServicePorts>;
}

/** A data folder of its own with the platforms that live and die on it. */
export class PlatformUnderTest implements AsyncDisposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  private readonly settings: Settings;
  private readonly config: Config;
  private running: PlatformProcess | undefined;
  private openStores: OpenStores | undefined;

  constructor(settings: Settings = {}) {
    const unlimited = { LOTSENNETZ_PUBLIC_FORMS_PER_MINUTE: '1000000', LOTSENNETZ_REQUESTS_PER_MINUTE: '0' };
    this.settings = { LOTSENNETZ_DATA: this.folder, ...unlimited, ...settings };
    this.config = readConfig(this.settings);
  }

  /** Where its root key and erasure ledger lie. */
  get keyring(): string {
    return this.config.keyring;
  }

  /** The process that lives now. @throws Error when none does. */
  get process(): PlatformProcess {
    if (!this.running) throw new Error('no platform is running');
    return this.running;
  }

  async start(args?: readonly string[]): Promise<PlatformProcess> {
    this.running = await PlatformProcess.start(this.settings, args);
    return this.running;
  }

  async startAndKill(afterMs: number): Promise<void> {
    await PlatformProcess.startAndKill(this.settings, afterMs);
  }

  async kill(): Promise<void> {
    const dying = this.running;
    this.running = undefined;
    await dying?.kill();
  }

  async stop(): Promise<number | null> {
    const ending = this.process;
    this.running = undefined;
    return ending.stop();
  }

  cli(...args: readonly string[]): Promise<CliResult> {
    return runCli(this.settings, ...args);
  }

  /** The same with other settings. */
  cliWith(settings: Settings, ...args: readonly string[]): Promise<CliResult> {
    return runCli({ ...this.settings, ...settings }, ...args);
  }

  /** The same with a token for commands that call the platform. */
  cliAs(token: string, ...args: readonly string[]): Promise<CliResult> {
    return runCli({ ...this.settings, LOTSENNETZ_TOKEN: token }, ...args);
  }

  /** The stores, open until the end of the test: any process may look into the files at any time. */
  get stores(): OpenStores {
    this.openStores ??= {
      shared: openSharedPorts(this.config),
      services: new Map(services.map(({ name }) => [name, openServicePorts(this.config, name)])),
    };
    return this.openStores;
  }

  /** Founds a tenant as `lotsennetz tenant add` does. A running platform learns of it within moments. */
  async foundTenant(id: string, kind: 'municipality' | 'county' = 'municipality'): Promise<void> {
    await foundTenantNamed(this.commandPorts(), {
      id,
      name: `Stadt ${id}`,
      kind,
      timeZone: 'Europe/Berlin',
    });
  }

  /** Makes a token as `lotsennetz token create` does. */
  async createToken(tenant: string, role: Role): Promise<string> {
    return (await createTokenFor(this.commandPorts(), { tenant, role })).token;
  }

  /** Makes somebody a member, and answers the headers of the browser in which they are signed in. */
  async signIn(tenant: string, role: StaffRole): Promise<Readonly<Record<string, string>>> {
    const identity = deriveId('identity', tenant, role);
    await this.join(tenant, role, identity);
    return signedInHeaders(this.config, identity);
  }

  /** Makes somebody who has an account already a member. */
  async join(tenant: string, role: StaffRole, identity: string): Promise<void> {
    const person = { givenName: role, familyName: 'Test', email: `${role}@example.org` };
    const { invitation } = await appointMember(this.commandPorts(), { tenant, person, roles: [role] });
    await acceptInvitationAs(this.commandPorts(), { tenant, invitation, identity });
  }

  private commandPorts(): Parameters<typeof foundTenantNamed>[0] {
    const ports = this.stores.services.get('registration');
    if (!ports) throw new Error('the suite has no registration');
    return { ...ports, keys: this.stores.shared.keys, clock: systemClock, ids: randomIds, folds: new FoldCache() };
  }

  /** Waits until everything recorded is published and handled and no further event comes of it. @throws Error after a minute. */
  async settled(): Promise<void> {
    const deadline = Date.now() + 60_000;
    for (let before = ''; ;) {
      const { still, at } = await this.progress();
      if (still && at === before) return;
      if (Date.now() > deadline) throw new Error(`events are still under way after a minute: ${at}`);
      before = at;
      await pause(50);
    }
  }

  private async progress(): Promise<{ readonly still: boolean; readonly at: string }> {
    const heads = await Promise.all(
      [...this.stores.services.values()].map(async ({ eventStore, readModels }) => {
        const head = (await eventStore.head()) ?? '';
        return { head, relayed: ((await readModels.checkpoint(relayCheckpoint)) ?? '') >= head };
      }),
    );
    const { text } = await this.process.http.send({ method: 'GET', path: '/status' });
    const backlog = /unterwegs<\/dt><dd>(\d+)</.exec(text)?.[1];
    return {
      still: backlog === '0' && heads.every((each) => each.relayed),
      at: [...heads.map((each) => each.head), `backlog ${backlog ?? 'unknown'}`].join(),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    if (this.openStores) {
      for (const { eventStore, readModels } of this.openStores.services.values()) {
        await eventStore.close();
        await readModels.close();
      }
      await this.openStores.shared.bus.close();
      await this.openStores.shared.keys.close();
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
