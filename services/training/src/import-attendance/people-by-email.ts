import type { TenantScope } from '@lotsennetz/kernel';
import { OpenedRows, searchable, ViewReader } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { participantView } from '../participant/participant.view.js';

/** Volunteers' ids by e-mail address, as people type it. Several share one: couples do. */
@Injectable()
export class PeopleByEmail {
  constructor(
    private readonly opened: OpenedRows,
    private readonly reader: ViewReader,
  ) {}

  /** Look-up for a tenant as it is now. @throws Problem 503 `view-behind`. */
  async of(scope: TenantScope): Promise<(email: string) => readonly string[]> {
    await this.reader.reachNow();
    const people = await this.opened.of(scope, participantView);
    const byEmail = Map.groupBy(people.values(), (person) => searchable(person.email));
    return (email) => (byEmail.get(searchable(email)) ?? []).map((person) => person.id);
  }
}
