import { parseStreamName, type Position } from '@lotsennetz/kernel';
import type { OpenStores } from '../platform-under-test.js';

/** Watches the event files beside the running platform for what requests, not reactions, have recorded. */
export class RequestWatch {
  private readonly positions = new Map<string, Position | undefined>();

  constructor(private readonly stores: OpenStores) {}

  /** What callers have recorded since the last look, as `service: type`. */
  async recordedByCallers(): Promise<readonly string[]> {
    const recorded: string[] = [];
    for (const [service, { eventStore }] of this.stores.services) {
      for (;;) {
        const page = await eventStore.readAll({ after: this.positions.get(service), limit: 500 });
        if (page.length === 0) break;
        this.positions.set(service, page.at(-1)?.position);
        recorded.push(...page.filter(isByCaller).map((event) => `${service}: ${event.type}`));
      }
    }
    return recorded;
  }
}

// An import ends in the name of whoever began it, long after the answer.
function isByCaller({ type, stream, meta }: { type: string; stream: string; meta: { actor: string } }): boolean {
  if (parseStreamName(stream).category === 'import' && type !== 'ImportStarted') return false;
  return meta.actor.startsWith('token:') || meta.actor.startsWith('user:') || meta.actor === 'public';
}
