import { notFound, Problem, ServiceRuntime, type RequestContext } from '@lotsennetz/platform';
import { HttpStatus, Injectable } from '@nestjs/common';
import { gatheringOf, type Gathered } from './gathered.js';

/** Exports for whoever may have them. */
@Injectable()
export class GatheredExports {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** @throws Problem 404 for nobody's, 409 `still-gathering`, 410 `expired`. */
  async read({ scope }: RequestContext, id: string, onlyOf?: string): Promise<Gathered> {
    const gathering = await gatheringOf(this.runtime, scope, id);
    if (gathering.status === 'unknown' || (onlyOf !== undefined && gathering.subjectId !== onlyOf)) throw notFound();
    if (gathering.status === 'expired') throw expired();
    if (gathering.status === 'gathering')
      throw new Problem(HttpStatus.CONFLICT, 'still-gathering', 'Some services still gather. Try again in a moment.', {
        missing: gathering.missing,
      });
    await this.noteWhose(scope, gathering.subjectId);
    return gathering.gathered;
  }

  /** The parts lie under the export's key; that it is this person's data which was seen, the access log must know. */
  private async noteWhose(scope: RequestContext['scope'], subjectId: string): Promise<void> {
    const { purposes } = this.runtime.definition;
    await Promise.all(purposes.map((purpose) => this.runtime.keys.find(scope, subjectId, purpose)));
  }
}

function expired(): Problem {
  return new Problem(HttpStatus.GONE, 'expired', 'The time to fetch this is over, or the data was deleted.');
}
