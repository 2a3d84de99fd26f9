import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Unavailable } from '@lotsennetz/kernel';
import { asUnavailable } from './database.js';

interface Waiting {
  /** Runs the statements and answers how to tell the caller, once they are durable. */
  readonly run: () => () => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Writes what is submitted in one turn of the event loop in one transaction, so that all of it shares one sync
 * to disk. Work that throws undoes only itself. Answers come after the commit.
 */
export class CommitGroup {
  private waiting: Waiting[] = [];
  private readonly begin: StatementSync;
  private readonly commit: StatementSync;
  private readonly savepoint: StatementSync;
  private readonly release: StatementSync;

  constructor(
    private readonly db: DatabaseSync,
    private readonly onCommitted: () => void,
  ) {
    this.begin = db.prepare('BEGIN IMMEDIATE');
    this.commit = db.prepare('COMMIT');
    this.savepoint = db.prepare('SAVEPOINT work');
    this.release = db.prepare('RELEASE work');
  }

  /** Resolves with the work's answer when it is on disk. The work may be run twice. @throws what the work throws; Unavailable */
  submit<Answer>(work: () => Answer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.flush());
      const run = () => {
        const answer = work();
        return () => resolve(answer);
      };
      this.waiting.push({ run, fail: reject });
    });
  }

  /** Writes what is waiting now instead of at the end of this turn. */
  flush(): void {
    const group = this.waiting;
    if (group.length === 0) return;
    this.waiting = [];
    for (const tell of this.transaction(group)) tell();
    this.onCommitted();
  }

  private transaction(group: readonly Waiting[]): readonly (() => void)[] {
    try {
      return this.written(() => group.map(({ run }) => run()));
    } catch (error) {
      const failure = asUnavailable(error);
      return group.length === 1 || failure instanceof Unavailable ? allFail(group, failure) : this.apart(group);
    }
  }

  /** Again with a savepoint for each, since one of them throws. Most groups never need the savepoints, a tenth of their time. */
  private apart(group: readonly Waiting[]): readonly (() => void)[] {
    try {
      return this.written(() => group.map((each) => this.attempt(each)));
    } catch (error) {
      return allFail(group, asUnavailable(error));
    }
  }

  private written<Outcome>(work: () => Outcome): Outcome {
    try {
      this.begin.run();
      const outcome = work();
      this.commit.run();
      return outcome;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  private attempt({ run, fail }: Waiting): () => void {
    this.savepoint.run();
    try {
      const tell = run();
      this.release.run();
      return tell;
    } catch (error) {
      // A full disk or an I/O error may have undone the whole transaction: then nobody's work is written.
      if (!this.db.isTransaction) throw error;
      this.db.exec('ROLLBACK TO work; RELEASE work');
      const failure = asUnavailable(error);
      return () => fail(failure);
    }
  }

  private rollBack(): void {
    try {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
    } catch {
      // The next BEGIN says what is wrong; the error that led here is the one to report.
    }
  }
}

function allFail(group: readonly Waiting[], failure: unknown): readonly (() => void)[] {
  return group.map(
    ({ fail }) =>
      () =>
        fail(failure),
  );
}
