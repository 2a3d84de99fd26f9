import type { PersonalFact } from '@lotsennetz/contracts';
import { openAll, parseStreamName, type RecordedEvent, type TenantScope } from '@lotsennetz/kernel';
import { Injectable } from '@nestjs/common';
import type { Look } from '../audit/access-log.js';
import { ServiceRuntime } from '../service-runtime.js';
import { Concerns, theirPart } from './concerns.js';
import { enteredBy } from './entered-by.js';
import { gatheringCategory } from './gathering.stream.js';

const pageSize = 2_000;

/** Reads the service's whole history for what concerns one person. Views hold nothing that is not in it. */
@Injectable()
export class PersonDataGatherer {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** In the order it was recorded; opened as far as the service may open anything. */
  async gather(scope: TenantScope, subjectId: string): Promise<readonly PersonalFact[]> {
    const concerns = new Concerns(subjectId);
    const facts: PersonalFact[] = [];
    let after: RecordedEvent['position'] | undefined;
    for (;;) {
      const page = await this.runtime.eventStore.readAll({ ...(after ? { after } : {}), limit: pageSize });
      for (const event of page)
        if (event.meta.tenant === scope.tenant && !isExport(event) && concerns.take(event))
          facts.push(await this.factOf(scope, event, subjectId));
      after = page.at(-1)?.position;
      if (page.length === 0) return [...facts, ...(await this.looks(scope, subjectId))];
    }
  }

  private async looks(scope: TenantScope, subjectId: string): Promise<readonly PersonalFact[]> {
    const facts: PersonalFact[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.runtime.accessLog.of(scope, subjectId, { limit: 1000, cursor });
      facts.push(...page.items.map(({ row }) => lookFact(row, subjectId)));
      cursor = page.next;
    } while (cursor);
    return facts;
  }

  private async factOf(scope: TenantScope, event: RecordedEvent, subjectId: string): Promise<PersonalFact> {
    const { category: about, id } = parseStreamName(event.stream);
    const { type: what, happenedOn, recordedAt, meta } = event;
    const data = await openAll(this.runtime.keys, scope, theirPart(event.data, subjectId));
    return {
      about,
      id,
      what,
      happenedOn,
      recordedAt,
      enteredBy: enteredBy(meta.actor, this.runtime.access.grants),
      data,
    };
  }
}

/** Who has seen something of them, as the access log of this service has it. */
function lookFact({ at, roles, relation, purpose, seen }: Look, subjectId: string): PersonalFact {
  const enteredBy = roles.join(', ') || relation;
  const data = { relation, purpose, seen };
  return { about: 'access', id: subjectId, what: 'Seen', happenedOn: at.slice(0, 10), recordedAt: at, enteredBy, data };
}

/** An export in an export would grow with every request. */
function isExport({ stream }: RecordedEvent): boolean {
  const { category } = parseStreamName(stream);
  return category === gatheringCategory || category === 'export';
}
