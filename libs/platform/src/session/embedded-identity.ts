import type { Clock, Instant, Keys, ReadModels } from '@lotsennetz/kernel';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import type { MailPort } from '../mail/mail-port.js';

/** What the platform lends to a provider of identities that it brings along. */
export interface IdentityHost {
  readonly config: Config;
  readonly keys: Keys;
  readonly clock: Clock;
  /** The database `identity`; closed by the platform. */
  readonly documents: ReadModels;
  readonly address: { readonly publicUrl: string };
  readonly mail: MailPort;
  /** Signs a person out everywhere. */
  endSessionsOf(identity: string): Promise<void>;
  /** Whether the person is a member of any tenant by now, or runs the platform. */
  belongsSomewhere(identity: string): Promise<boolean>;
  /** Whether this is the text of an invitation that may still be accepted. */
  isOpenInvitation(tenant: string, text: string): Promise<boolean>;
  /** Without anything personal. */
  warn(notice: string): void;
}

/** Accounts on their way to another platform: opened, so never to be written down. */
export interface CarriedAccounts {
  /** Under which addresses lead to them. */
  readonly addressKeys: readonly Uint8Array[];
  readonly accounts: AsyncIterable<object>;
}

/** Accounts as the platform needs them beside signing in. */
export interface IdentityAccounts {
  /** Every account as it is stored, for backups: no address, a hash of the password, the rest sealed. */
  records(): AsyncIterable<object>;
  /** Takes in what `records` told, in place of accounts of the same people. May be repeated. */
  adopt(records: AsyncIterable<object>): Promise<void>;
  /** Some accounts, for a platform with other secrets. */
  carried(identities: ReadonlySet<string>): Promise<CarriedAccounts>;
  /** Takes in what another platform has carried here; who has an account already keeps it as it is. May be repeated. */
  takeIn(carried: CarriedAccounts): Promise<void>;
  /** Deletes the account, and with it name, password and second factor. May be repeated. */
  removeOf(identity: string): Promise<void>;
  /** Drops a second factor that was set up by this moment, and what it had opened. May be repeated. */
  dropSecondFactor(identity: string, by: Instant): Promise<void>;
}

/** Port: the provider that people sign in at when no other is configured; `libs/identity` is one. */
export interface EmbeddedIdentity {
  /** Whether everybody may be anybody here: the example is loaded. */
  isDemo(config: Config): boolean;
  /** Serves `/identity/...`. What it answers is closed after the HTTP server. */
  mount(server: FastifyInstance, host: IdentityHost): Promise<{ close(): Promise<void> }>;
  /** The accounts, also in a process that does not serve the provider. */
  openAccounts(host: Pick<IdentityHost, 'documents' | 'keys' | 'clock'>): Promise<IdentityAccounts>;
}
