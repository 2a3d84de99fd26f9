import { hash } from 'node:crypto';
import type { Role } from '@lotsennetz/contracts';
import {
  parseStreamName,
  upcast,
  type EventStore,
  type Position,
  type RecordedEvent,
  type StreamDefinition,
  type TenantId,
} from '@lotsennetz/kernel';
import { accessStream, type AccessEvent, type Grants } from './access.stream.js';

export interface KnownTenant {
  readonly id: TenantId;
  readonly name: string;
  readonly kind: string;
  readonly timeZone: string;
}

export interface KnownToken {
  readonly tokenId: string;
  readonly tenant: TenantId;
  readonly role: Role;
}

export function hashToken(token: string): string {
  return hash('sha256', token);
}

/** Tenants and tokens in memory, folded from the service's own copy of them. */
export class AccessRegistry {
  private readonly stream: StreamDefinition<Grants, AccessEvent>;
  private readonly tenants = new Map<TenantId, KnownTenant>();
  private readonly tokensByHash = new Map<string, KnownToken>();
  private position: Position | undefined;
  private running: Promise<void> | undefined;

  constructor(
    service: string,
    private readonly eventStore: EventStore,
  ) {
    this.stream = accessStream(service);
  }

  tenant(id: string): KnownTenant | undefined {
    return this.tenants.get(id as TenantId);
  }

  all(): readonly KnownTenant[] {
    return [...this.tenants.values()];
  }

  token(token: string): KnownToken | undefined {
    return this.tokensByHash.get(hashToken(token));
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
      this.learn(parseStreamName(recorded.stream).scope.tenant, event);
    }
  }

  private learn(tenant: TenantId, event: AccessEvent): void {
    switch (event.type) {
      case 'TenantLearnt':
        this.tenants.set(tenant, { id: tenant, ...event.data });
        return;
      case 'TokenLearnt':
        this.tokensByHash.set(event.data.tokenHash, { tokenId: event.data.tokenId, tenant, role: event.data.role });
        return;
      case 'TokenRevocationLearnt':
        for (const [tokenHash, known] of this.tokensByHash)
          if (known.tokenId === event.data.tokenId && known.tenant === tenant) this.tokensByHash.delete(tokenHash);
    }
  }
}
