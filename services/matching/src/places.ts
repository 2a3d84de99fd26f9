import type { TenantScope } from '@lotsennetz/kernel';
import { Commands, ServiceRuntime, type RefusalStatuses, type RequestContext } from '@lotsennetz/platform';
import { HttpStatus, Injectable } from '@nestjs/common';
import { helper } from './helper/helper.stream.js';
import { releasePlace, takePlace, type Place, type ReleaseCause, type TakePlaceRefusal } from './place.decider.js';

const statuses = {
  'capacity-full': HttpStatus.CONFLICT,
  'volunteer-unavailable': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<TakePlaceRefusal>;

/** The volunteer's side of a placement: places are taken before a placement is confirmed, and released after it has ended. */
@Injectable()
export class Places {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** May be repeated. @throws Problem 409 `capacity-full`, `volunteer-unavailable`. */
  async take(context: RequestContext, volunteerId: string, place: Place): Promise<void> {
    // The stream remembers by placement. A command id would answer a later attempt from an earlier one, though the place was released since.
    const anew = { ...context, commandId: undefined, fingerprint: undefined, ifMatch: undefined };
    await this.commands.send(anew, { stream: helper, id: volunteerId, decide: takePlace, command: place }, statuses);
  }

  /** May be repeated. */
  async release(
    by: { readonly scope: TenantScope; readonly actor: string },
    volunteerId: string,
    place: Place & { readonly cause: ReleaseCause },
  ): Promise<void> {
    const origin = { ...by, key: this.runtime.ids.next() };
    await this.commands.run(origin, { stream: helper, id: volunteerId, decide: releasePlace, command: place });
  }
}
