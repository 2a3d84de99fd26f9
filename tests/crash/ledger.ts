import type { Answer } from '../http-client.js';

/** A request of the load, sent again with the same key until it is answered. */
export interface Command {
  readonly operation: string;
  readonly service: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly key: string;
  readonly body: object;
  /** Whenever it is answered with 2xx it has recorded an event, so that its repetition must be answered the same. */
  readonly alwaysRecords: boolean;
}

/** What a 2xx answer promised. */
export interface Acknowledgement {
  readonly command: Command;
  readonly status: number;
  readonly id: string;
  readonly revision: number;
  readonly position: string;
}

/** What was promised, what was refused, and what nobody knows about. */
export class Ledger {
  readonly acknowledged: Acknowledgement[] = [];
  readonly unanswered: Command[] = [];
  /** Answers that no command of the load may ever get. */
  readonly wrong: string[] = [];
  readonly refusals = new Map<string, number>();
  private readonly byKey = new Map<string, Acknowledgement>();

  /** Takes an answer in; the acknowledgement when it is one with `{id, revision, position}`. */
  take(command: Command, answer: Answer): Acknowledgement | undefined {
    const { status, text } = answer;
    const body = JSON.parse(text) as { id?: string; revision?: number; position?: string | null; code?: string };
    if (status >= 400) {
      const refusal = `${command.operation}: ${status} ${body.code ?? ''}`;
      this.refusals.set(refusal, (this.refusals.get(refusal) ?? 0) + 1);
      if (status >= 500 || [400, 401, 403, 413, 415, 422].includes(status)) this.wrong.push(refusal);
      return undefined;
    }
    if (body.id === undefined || body.revision === undefined || !body.position) return undefined;
    const { id, revision, position } = body;
    const acknowledgement = { command, status, id, revision, position };
    this.compare(acknowledgement);
    return acknowledgement;
  }

  /** A command answered before must be answered the same again. */
  private compare(now: Acknowledgement): void {
    const before = this.byKey.get(now.command.key);
    if (!before) {
      this.byKey.set(now.command.key, now);
      this.acknowledged.push(now);
    } else if (now.command.alwaysRecords && answerOf(before) !== answerOf(now))
      this.wrong.push(`${now.command.operation} was answered ${answerOf(before)}, its repetition ${answerOf(now)}`);
  }
}

function answerOf({ status, id, revision, position }: Acknowledgement): string {
  return `${status} ${id} ${revision} ${position}`;
}
