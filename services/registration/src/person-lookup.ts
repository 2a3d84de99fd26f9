import type { SubjectKind } from '@lotsennetz/contracts';
import { loadState, type CommandPorts, type TenantScope } from '@lotsennetz/kernel';
import { notFound, Problem, ServiceRuntime, ViewReader } from '@lotsennetz/platform';
import { HttpStatus, Injectable } from '@nestjs/common';
import { erasure } from './erasure/erasure.stream.js';
import { newcomerDirectory } from './newcomer/newcomer-directory.view.js';
import { membership } from './membership/membership.stream.js';
import { newcomer } from './newcomer/newcomer.stream.js';
import { staffList } from './membership/staff-list.view.js';
import { volunteerDirectory } from './volunteer/volunteer-directory.view.js';
import { volunteer } from './volunteer/volunteer.stream.js';

/** Whether there is such a person, and in which language to write to them. */
@Injectable()
export class PersonLookup {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
  ) {}

  /**
   * Requests lie in matching: whether there is such a one, only that service knows.
   * @throws Problem 404 for nobody's id, 410 `erased` for somebody who was forgotten.
   */
  async mustBeKnown(scope: TenantScope, id: string, kind: SubjectKind): Promise<void> {
    const { state } = await loadState(this.runtime, erasure, { scope, id });
    if (state.status === 'ordered' || state.status === 'completed')
      throw new Problem(HttpStatus.GONE, 'erased', 'The data of this person was deleted.');
    await this.mustBeOf(scope, id, kind);
  }

  /**
   * Whoever registration knows is what they are, whatever the caller says: as a `request` somebody who works here could
   * be forgotten unseen, and a volunteer would keep an engagement.
   * @throws Problem 404 where the person is of another kind, or nobody's.
   */
  async mustBeOf(scope: TenantScope, id: string, kind: SubjectKind): Promise<void> {
    if (((await kindOfPerson(this.runtime, scope, id)) ?? 'request') !== kind) throw notFound();
  }

  /**
   * Somebody whom registration knows, or about whose request to be forgotten it knows.
   * @throws Problem 404 for anybody else's id, and for nobody's.
   */
  async mustBeSomebody(scope: TenantScope, id: string): Promise<void> {
    const { revision } = await loadState(this.runtime, erasure, { scope, id });
    if (revision < 0) await this.kindOf(scope, id);
  }

  /** @throws Problem 404 for an id that is neither a volunteer's nor a household's, nor of somebody who works here. */
  async kindOf(scope: TenantScope, id: string): Promise<SubjectKind> {
    const kind = await kindOfPerson(this.runtime, scope, id);
    if (!kind) throw notFound();
    return kind;
  }

  /**
   * Nobody is forgotten while they work for the tenant: that ends first, by dismissal.
   * @throws Problem 409 `still-working`.
   */
  async mustHaveLeft(scope: TenantScope, membershipId: string): Promise<void> {
    if (!(await hasLeft(this.runtime, scope, membershipId)))
      throw new Problem(HttpStatus.CONFLICT, 'still-working', 'This person works here. Dismiss them first.');
  }

  /** BCP 47; German for somebody who has named none. */
  async languageOf(scope: TenantScope, id: string, kind: SubjectKind): Promise<string> {
    return (await this.rowOf(scope, id, kind))?.preferredLanguage ?? 'de';
  }

  private async rowOf(scope: TenantScope, id: string, kind: SubjectKind) {
    switch (kind) {
      case 'volunteer':
        return this.reader.find({ scope }, volunteerDirectory, id);
      case 'newcomer':
      case 'request':
        return this.reader.find({ scope }, newcomerDirectory, id);
      case 'staff':
        return this.reader.find({ scope }, staffList, id);
    }
  }
}

/** Undefined for an id that is neither a volunteer's nor a household's, nor of somebody who works here. */
export async function kindOfPerson(
  ports: CommandPorts,
  scope: TenantScope,
  id: string,
): Promise<SubjectKind | undefined> {
  const asVolunteer = await loadState(ports, volunteer, { scope, id });
  if (asVolunteer.state.status !== 'unknown') return 'volunteer';
  const asNewcomer = await loadState(ports, newcomer, { scope, id });
  if (asNewcomer.state.status !== 'unknown') return 'newcomer';
  const { state } = await loadState(ports, membership, { scope, id });
  return state.status !== 'unknown' && state.subjectId === undefined ? 'staff' : undefined;
}

/** Whether a membership has ended. */
export async function hasLeft(ports: CommandPorts, scope: TenantScope, membershipId: string): Promise<boolean> {
  return (await loadState(ports, membership, { scope, id: membershipId })).state.status === 'ended';
}
