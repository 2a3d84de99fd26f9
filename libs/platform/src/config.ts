import { hash } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { optionalPath, path, port, text, url, wholeNumber, type Setting } from './config-values.js';
import { signInSettings } from './session/sign-in.settings.js';
import { telemetrySettings } from './telemetry/telemetry.settings.js';

/** Every setting of the platform. Nothing else reads the environment. */
export const settings = {
  port: {
    variable: 'PORT',
    fallback: '8080',
    meaning: 'Port of the HTTP server; 0 takes any free one.',
    parse: port,
  },
  host: {
    variable: 'HOST',
    fallback: '127.0.0.1',
    meaning: 'Address the HTTP server listens on; 0.0.0.0 inside a container.',
    parse: text,
  },
  dataFolder: {
    variable: 'LOTSENNETZ_DATA',
    fallback: './data',
    meaning: 'Folder of the embedded stores.',
    parse: path,
  },
  publicUrl: {
    variable: 'LOTSENNETZ_PUBLIC_URL',
    fallback: '',
    meaning:
      'Address under which people reach the platform, printed in certificates and mails; http://localhost:<port> unless told.',
    parse: url,
  },
  eventStore: {
    variable: 'LOTSENNETZ_EVENT_STORE',
    fallback: 'sqlite:',
    meaning:
      'Where the history is kept: sqlite: (a file for each service in the data folder), ' +
      'esdb://user:password@host:2113?prefix=county. or esdb+discover:// (EventStoreDB; kurrentdb: is the same).',
    parse: text,
  },
  readModels: {
    variable: 'LOTSENNETZ_READ_MODELS',
    fallback: 'sqlite:',
    meaning:
      'Where the views are kept: sqlite: or mongodb://host,host2/name?replicaSet=rs0&authSource=admin (a database for each service).',
    parse: text,
  },
  bus: {
    variable: 'LOTSENNETZ_BUS',
    fallback: 'sqlite:',
    meaning:
      'The way between services: sqlite:, or kafka://user:password@host:9092,host2:9092?ssl=true&sasl=scram-sha-512&partitions=6&replication=3.',
    parse: text,
  },
  keys: {
    variable: 'LOTSENNETZ_KEYS',
    fallback: 'sqlite:',
    meaning:
      'Where the keys of personal data are kept: sqlite: (a file in the data folder, for the processes of one host) or ' +
      'mongodb://host,host2/name?replicaSet=rs0&authSource=admin (the database name-keys, for any number of nodes).',
    parse: text,
  },
  keyring: {
    variable: 'LOTSENNETZ_KEYRING',
    fallback: '',
    meaning:
      'Folder of the root key, the erasure ledger and the audit anchors, outside the data and its backups; ' +
      '$XDG_STATE_HOME/lotsennetz/<name and hash of the data folder> unless told, ~/.local/state for $XDG_STATE_HOME.',
    parse: optionalPath,
  },
  rootKey: {
    variable: 'LOTSENNETZ_ROOT_KEY',
    fallback: '',
    meaning:
      'Root key in place of the file in the keyring: 32 bytes as base64 (openssl rand -base64 32); ' +
      'older versions follow after commas.',
    parse: text,
  },
  ledger: {
    variable: 'LOTSENNETZ_LEDGER',
    fallback: 'file:',
    meaning:
      'Where it is kept who was erased: file: (in the keyring) or mongodb://host,host2/name?replicaSet=rs0 ' +
      '(the database name-ledger, for any number of nodes; apart from the backups of the others).',
    parse: text,
  },
  auditFolder: {
    variable: 'LOTSENNETZ_AUDIT',
    fallback: '',
    meaning:
      'Folder of the audit records; the folder audit in the data folder unless told. On a cluster a volume that outlives the pods.',
    parse: optionalPath,
  },
  publicFormsPerMinute: {
    variable: 'LOTSENNETZ_PUBLIC_FORMS_PER_MINUTE',
    fallback: '60',
    meaning: 'How many open forms one address may send in a minute.',
    parse: wholeNumber,
  },
  requestsPerMinute: {
    variable: 'LOTSENNETZ_REQUESTS_PER_MINUTE',
    fallback: '3000',
    meaning:
      'How many requests one token, or one address without a token, may send in a minute to one process; 0: any number.',
    parse: wholeNumber,
  },
  trustedProxies: {
    variable: 'LOTSENNETZ_TRUSTED_PROXIES',
    fallback: 'loopback',
    meaning:
      'Whose word counts on where a request came from: addresses, networks, loopback, uniquelocal, with commas between.',
    parse: text,
  },
  smtpUrl: {
    variable: 'LOTSENNETZ_SMTP_URL',
    fallback: '',
    meaning: 'Mail server, such as smtp://user:password@host:587; empty: mails are files in the data folder.',
    parse: text,
  },
  mailFrom: {
    variable: 'LOTSENNETZ_MAIL_FROM',
    fallback: 'Lotsennetz <lotsennetz@example.org>',
    meaning: 'Sender of all mails.',
    parse: text,
  },
  ...signInSettings,
  ...telemetrySettings,
  installMs: {
    variable: 'LOTSENNETZ_INSTALL_MS',
    fallback: '0',
    meaning: 'How long the start script took to install; only for its closing line.',
    parse: wholeNumber,
  },
  buildMs: {
    variable: 'LOTSENNETZ_BUILD_MS',
    fallback: '0',
    meaning: 'How long the start script took to build; only for its closing line.',
    parse: wholeNumber,
  },
  token: {
    variable: 'LOTSENNETZ_TOKEN',
    fallback: '',
    meaning: 'Token for commands that call a running platform.',
    parse: text,
  },
} satisfies Record<string, Setting<unknown>>;

export type Config = { readonly [Key in keyof typeof settings]: ReturnType<(typeof settings)[Key]['parse']> };

/** A variable that is empty counts as not set. @throws RangeError naming the variable whose value cannot be used. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const entries = Object.entries(settings).map(([key, setting]) => [
    key,
    setting.parse(environment[setting.variable] || setting.fallback, setting.variable),
  ]);
  const config = Object.fromEntries(entries) as Config;
  return {
    ...config,
    publicUrl: config.publicUrl || `http://localhost:${config.port}`,
    keyring: config.keyring || keyringOf(config.dataFolder),
    auditFolder: config.auditFolder || auditOf(config.dataFolder),
  };
}

/** The same settings for another data folder: with its keyring, unless the settings name one for all. */
export function inDataFolder(config: Config, dataFolder: string): Config {
  const keyring = config.keyring === keyringOf(config.dataFolder) ? keyringOf(dataFolder) : config.keyring;
  const auditFolder = config.auditFolder === auditOf(config.dataFolder) ? auditOf(dataFolder) : config.auditFolder;
  return { ...config, dataFolder, keyring, auditFolder };
}

function auditOf(dataFolder: string): string {
  return join(dataFolder, 'audit');
}

/** Not beside the data: who copies or shares the folder above it must not take the root key along. */
function keyringOf(dataFolder: string): string {
  const stateHome = process.env.XDG_STATE_HOME || join(homedir(), '.local/state');
  return join(stateHome, 'lotsennetz', `${basename(dataFolder)}-${hash('sha256', dataFolder).slice(0, 12)}`);
}

/** The environment as it is, for processes that are started with it. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
