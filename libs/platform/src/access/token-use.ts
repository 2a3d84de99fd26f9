import type { Change, Clock, Instant, ReadModels, TenantScope } from '@lotsennetz/kernel';
import { Logger } from '@nestjs/common';

const collection = 'token-use';
/** Use is written down at most so often for each token and process. */
const everyMs = 60_000;

interface UseRow {
  readonly lastUsedAt: Instant;
}

/** When tokens were last used: kept for administrators, not as history, and in one place for all services. */
export class TokenUse {
  private readonly written = new Map<string, number>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly logger = new Logger('tokens');

  constructor(
    private readonly documents: ReadModels,
    private readonly clock: Clock,
  ) {}

  async open(): Promise<void> {
    await this.documents.open(collection, []);
  }

  /** Returns at once: whoever calls with the token must not wait for this, nor fail with it. */
  note(scope: TenantScope, tokenId: string): void {
    const lastUsedAt = this.clock.now();
    const now = Date.parse(lastUsedAt);
    if (now - (this.written.get(tokenId) ?? -everyMs) < everyMs) return;
    this.written.set(tokenId, now);
    const writing = this.write({ collection, scope, id: tokenId, row: { lastUsedAt } satisfies UseRow });
    void writing.finally(() => this.underWay.delete(writing));
    this.underWay.add(writing);
  }

  async lastOf(scope: TenantScope, tokenId: string): Promise<Instant | undefined> {
    return (await this.documents.get<UseRow>(collection, scope, tokenId))?.row.lastUsedAt;
  }

  async close(): Promise<void> {
    await Promise.all(this.underWay);
    await this.documents.close();
  }

  private async write(change: Change): Promise<void> {
    try {
      await this.documents.commit([change]);
    } catch {
      this.logger.warn('the last use of a token could not be written down');
    }
  }
}
