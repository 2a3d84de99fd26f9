import { hash } from 'node:crypto';
import { parseStreamName, upcast, type EventStore, type Position, type RecordedEvent } from '@lotsennetz/kernel';
import { accessStream, type AccessEvent } from './access.stream.js';
import { LearningGrants, type Grants, type KnownTenant, type KnownToken } from './grants.js';

export function hashToken(token: string): string {
  return hash('sha256', token);
}

/** Who may do what, in memory, folded from the service's own copy of it. */
export class AccessRegistry {
  private readonly stream;
  private readonly learning = new LearningGrants();
  private readonly tokenIds = new Map<string, string>();
  private position: Position | undefined;
  private running: Promise<void> | undefined;

  constructor(
    service: string,
    private readonly eventStore: EventStore,
  ) {
    this.stream = accessStream(service);
  }

  get grants(): Grants {
    return this.learning;
  }

  tenant(id: string): KnownTenant | undefined {
    return this.learning.tenants.get(id as KnownTenant['id']);
  }

  all(): readonly KnownTenant[] {
    return [...this.learning.tenants.values()];
  }

  /** The token with this text, unless it was revoked. It may have expired. */
  token(token: string): KnownToken | undefined {
    const tokenId = this.tokenIds.get(hashToken(token));
    return tokenId === undefined ? undefined : this.learning.tokens.get(tokenId);
  }

  /** Reads what has come since; what it did not know a moment ago it may know now. Calls at the same time share one reading. */
  async catchUp(): Promise<void> {
    this.running ??= this.readOn().finally(() => (this.running = undefined));
    await this.running;
  }

  async follow(signal: AbortSignal): Promise<void> {
    for await (const batch of this.eventStore.subscribe({ after: this.position, categories: [this.category], signal }))
      this.fold(batch);
  }

  private get category(): string {
    return `${this.stream.service}.${this.stream.category}`;
  }

  private async readOn(): Promise<void> {
    for (;;) {
      const batch = await this.eventStore.readAll({ after: this.position, categories: [this.category], limit: 1000 });
      if (batch.length === 0) return;
      this.fold(batch);
    }
  }

  private fold(batch: readonly RecordedEvent[]): void {
    for (const recorded of batch) {
      if (this.position && recorded.position <= this.position) continue;
      this.position = recorded.position;
      const event = upcast(this.stream, recorded) as unknown as AccessEvent;
      if (event.type === 'TokenLearnt') this.tokenIds.set(event.data.tokenHash, event.data.tokenId);
      this.learning.learn(parseStreamName(recorded.stream).scope.tenant, event);
    }
  }
}
