import type { Connection, mongo } from 'mongoose';
import { asUnavailable, codeOf, commandNotFound } from './outage.js';

/** A database whose server answered. */
export interface Connected {
  readonly connection: Connection;
  readonly database: mongo.Db;
  /** Whether commits can be transactions: on replica sets and sharded clusters. */
  readonly transactions: boolean;
}

/** How long an operation looks for a server before it fails. */
const serverWithinMs = 2_000;

const options = {
  serverSelectionTimeoutMS: serverWithinMs,
  connectTimeoutMS: serverWithinMs,
  // A server that hangs is noticed by its missing heartbeat; a long commit is not mistaken for one.
  heartbeatFrequencyMS: 1_000,
  // Acknowledged means that an election cannot take it back; a minority of servers does not acknowledge for ever.
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5_000 },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
} as const;

/**
 * Connects with the first use, and anew when a server was not to be found; once connected, the driver itself returns
 * to servers that come back. Mongoose is loaded with the first use too: who keeps views elsewhere does not pay for it.
 */
export class MongoConnection {
  private opening: Promise<Connected> | undefined;
  private warned = false;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly database: string,
    private readonly warn: (notice: string) => void,
  ) {}

  /** Works on the database. @throws Unavailable when no server is there, within some two seconds. */
  async use<Result>(work: (connected: Connected) => Promise<Result>): Promise<Result> {
    try {
      return await work(await this.connected());
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    const connected = await this.opening?.catch(() => undefined);
    await connected?.connection.close();
  }

  private connected(): Promise<Connected> {
    if (this.closed) return Promise.reject(new Error('this connection to MongoDB was closed'));
    this.opening ??= this.connect().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  private async connect(): Promise<Connected> {
    const { default: mongoose } = await import('mongoose');
    const connection = mongoose.createConnection(this.url, { ...options, dbName: this.database });
    // Without a listener mongoose's event of a failed connection would end the process.
    connection.on('error', () => undefined);
    try {
      await connection.asPromise();
      const database = connection.getClient().db(this.database);
      const transactions = await supportsTransactions(database);
      if (!transactions) this.warnOnce();
      return { connection, database, transactions };
    } catch (error) {
      await connection.close().catch(() => undefined);
      throw error;
    }
  }

  private warnOnce(): void {
    if (this.warned) return;
    this.warned = true;
    this.warn(
      'this MongoDB is no replica set and has no transactions: rows are written before checkpoints, ' +
        'and a crash in between repeats work that the rows are guarded against',
    );
  }
}

async function supportsTransactions(database: mongo.Db): Promise<boolean> {
  try {
    const hello = await database.command({ hello: 1 });
    return typeof hello['setName'] === 'string' || hello['msg'] === 'isdbgrid';
  } catch (error) {
    if (codeOf(error) === commandNotFound) return false;
    throw error;
  }
}
