import type { PersonalFact, ServiceName } from '@lotsennetz/contracts';
import { isErased, loadState, open, upcast } from '@lotsennetz/kernel';
import { notFound, Problem, ServiceRuntime, type RequestContext } from '@lotsennetz/platform';
import { HttpStatus, Injectable } from '@nestjs/common';
import { personExport, type ExportState } from '../export/export.stream.js';

type KnownExport = Exclude<ExportState, { readonly status: 'unknown' }>;

/** A complete export, opened. */
export interface Gathered {
  readonly export: KnownExport;
  /** What each service has written down, in the order it was recorded. */
  readonly services: ReadonlyMap<ServiceName, readonly PersonalFact[]>;
}

/** Opens an export's parts for whoever may have it. Nothing of it is written to a file. */
@Injectable()
export class GatheredExports {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** @throws Problem 404 for nobody's, 409 `still-gathering`, 410 `expired`. */
  async read({ scope }: RequestContext, id: string, onlyOf?: string): Promise<Gathered> {
    const { state } = await loadState(this.runtime, personExport, { scope, id });
    if (state.status === 'unknown' || (onlyOf !== undefined && state.subjectId !== onlyOf)) throw notFound();
    if (state.status === 'expired') throw expired();
    if (state.status === 'gathering')
      throw new Problem(HttpStatus.CONFLICT, 'still-gathering', 'Some services still gather. Try again in a moment.', {
        missing: state.missing,
      });
    const services = new Map<ServiceName, readonly PersonalFact[]>();
    for (const recorded of await this.runtime.eventStore.readStream(personExport.name(scope, id))) {
      const event = upcast(personExport, recorded);
      if (event.type !== 'ExportPartReceived') continue;
      const { service } = event.data;
      const facts = await open(this.runtime.keys, scope, event.data.facts);
      if (isErased(facts)) throw expired();
      services.set(service, [...(services.get(service) ?? []), ...(facts as readonly PersonalFact[])]);
    }
    await this.noteWhose(scope, state.subjectId);
    return { export: state, services };
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
