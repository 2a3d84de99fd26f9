import { handleCommand, TenantScope, type ContractEvent, type TenantId } from '@lotsennetz/kernel';
import { ServiceRuntime } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { facts, factsId } from '../facts/facts.stream.js';
import { factOf } from './fact-of.js';
import { keepFacts, type SourceFact } from './keep-facts.decider.js';

interface Waiting {
  readonly fact: SourceFact;
  readonly correlationId: string;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

const mostAtOnce = 500;

/**
 * Appends facts to a tenant's one stream. Consumers handle many source streams side by side; here they queue, and
 * all that wait go into one append, so that they do not race each other for the next revision.
 */
@Injectable()
export class FactKeeper {
  private readonly queues = new Map<TenantId, Waiting[]>();

  constructor(private readonly runtime: ServiceRuntime) {}

  /** Durable when the promise resolves. Events that no report needs are passed over. May be repeated. */
  async keep(event: ContractEvent): Promise<void> {
    const fact = factOf(event);
    if (!fact) return;
    await new Promise<void>((done, failed) => {
      const waiting = { fact, correlationId: event.correlationId, done, failed };
      const queue = this.queues.get(event.tenant);
      if (queue) queue.push(waiting);
      else void this.work(event.tenant, waiting);
    });
  }

  private async work(tenant: TenantId, first: Waiting): Promise<void> {
    const queue = [first];
    this.queues.set(tenant, queue);
    while (queue.length > 0) await this.append(TenantScope.of(tenant), queue.splice(0, mostAtOnce));
    this.queues.delete(tenant);
  }

  /** One faulty fact must not fail the others: then each is tried on its own. */
  private async append(scope: TenantScope, group: readonly Waiting[]): Promise<void> {
    try {
      await handleCommand(this.runtime, {
        stream: facts,
        scope,
        id: factsId,
        decide: keepFacts,
        command: group.map(({ fact }) => fact),
        // No command id: the state itself remembers, and an id for each fact would be kept in memory for ever.
        meta: { actor: 'reaction:reporting.keep-facts', correlationId: group[0]?.correlationId ?? '' },
      });
      for (const { done } of group) done();
    } catch (error) {
      const [only] = group;
      if (only && group.length === 1) only.failed(error);
      else for (const waiting of group) await this.append(scope, [waiting]);
    }
  }
}
