import type { DatabaseSync, StatementSync } from 'node:sqlite';

const capacity = 500;

/** Prepared statements by their text. Filters come in few shapes, so few texts; the cap is for those that vary a list. */
export class StatementCache {
  private readonly statements = new Map<string, StatementSync>();

  constructor(private readonly db: DatabaseSync) {}

  of(text: string): StatementSync {
    const known = this.statements.get(text);
    if (known) return known;
    if (this.statements.size >= capacity) this.statements.clear();
    const statement = this.db.prepare(text);
    this.statements.set(text, statement);
    return statement;
  }
}
