import { pause } from '@lotsennetz/kernel';
import { NoAnswer, type HttpClient } from '../http-client.js';
import type { SeededRandom } from '../seeded-random.js';
import type { Command, Ledger } from './ledger.js';
import { World, type Draft, type Operation } from './operation.js';

/** Where commands go: one process, or several behind one way of sending. */
export interface Reached {
  readonly http: Pick<HttpClient, 'send'>;
}

export interface Target {
  readonly tenant: string;
  readonly token: string;
}

/** Many clients that send commands until the platform dies, and after its restart go on where they were. */
export class Load {
  readonly world = new World();
  /** Answers so far, whatever they said. */
  answered = 0;
  private readonly learn = new Map<string, Draft['learn']>();
  private readonly reads = new Map<string, Draft['read']>();
  private readonly deck: readonly Operation[];
  private keys = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly random: SeededRandom,
    operations: readonly Operation[],
    private readonly target: Target,
  ) {
    this.deck = operations.flatMap((operation) => Array.from({ length: operation.weight }, () => operation));
  }

  /** Sends until the platform stops answering or the signal aborts; first of all what was not answered before. */
  async run(platform: Reached, clients: number, signal: AbortSignal): Promise<void> {
    await Promise.all(Array.from({ length: clients }, () => this.client(platform, signal)));
  }

  /** Sends once more what was left unanswered. */
  async finish(platform: Reached): Promise<void> {
    for (let command = this.ledger.unanswered.shift(); command; command = this.ledger.unanswered.shift())
      await this.send(platform, command);
  }

  /** Sends some commands again that were acknowledged earlier; the ledger compares the answers. */
  async repeatSome(platform: Reached, count: number): Promise<void> {
    const repeatable = this.ledger.acknowledged.filter(({ command }) => command.alwaysRecords);
    for (let sent = 0; sent < count; sent++) {
      const chosen = this.random.pick(repeatable);
      if (chosen) await this.send(platform, chosen.command);
    }
  }

  private async client(platform: Reached, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const command = this.ledger.unanswered.shift() ?? this.next();
      if (!command) await pause(5, signal);
      else if (!(await (command.method === 'GET' ? this.look(platform, command) : this.send(platform, command))))
        return;
    }
  }

  private next(): Command | undefined {
    const operation = this.random.pick(this.deck);
    const draft = operation?.draft(this.world, this.random);
    if (!operation || !draft) return undefined;
    const key = `load-${++this.keys}`;
    if (draft.learn) this.learn.set(key, draft.learn);
    if (draft.read) this.reads.set(key, draft.read);
    return {
      operation: operation.name,
      service: operation.service,
      method: draft.method,
      path: `/${operation.service}/${this.target.tenant}${draft.path}`,
      body: draft.body,
      key,
      alwaysRecords: operation.alwaysRecords ?? false,
    };
  }

  /** false when there was no answer. */
  private async look(platform: Reached, { path, key, method }: Command): Promise<boolean> {
    const read = this.reads.get(key);
    this.reads.delete(key);
    try {
      const { status, text } = await platform.http.send({
        method,
        path,
        headers: { authorization: `Bearer ${this.target.token}` },
      });
      this.answered++;
      if (status === 200) read?.(JSON.parse(text) as Parameters<typeof read>[0]);
      else this.ledger.wrong.push(`${path}: ${status}`);
      return true;
    } catch (error) {
      if (error instanceof NoAnswer) return false;
      throw error;
    }
  }

  /** false when there was no answer; the command is then kept for the next platform. */
  private async send(platform: Reached, command: Command): Promise<boolean> {
    try {
      const answer = await platform.http.send({
        method: command.method,
        path: command.path,
        headers: {
          authorization: `Bearer ${this.target.token}`,
          'content-type': 'application/json',
          'idempotency-key': command.key,
        },
        body: JSON.stringify(command.body),
      });
      this.answered++;
      const acknowledgement = this.ledger.take(command, answer);
      if (acknowledgement) {
        this.learn.get(command.key)?.(acknowledgement);
        this.learn.delete(command.key);
      }
      return true;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.ledger.unanswered.push(command);
      return false;
    }
  }
}
