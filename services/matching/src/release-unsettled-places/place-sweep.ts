import { dayAt, loadState, pause, type Instant, type TenantScope } from '@lotsennetz/kernel';
import { ServiceRuntime } from '@lotsennetz/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Places } from '../places.js';
import type { ReleaseCause } from '../place.decider.js';
import { request } from '../request/request.stream.js';
import { unsettledPlaces, type UnsettledPlace } from './unsettled-places.projection.js';

const everyMs = 60_000;
/** Far longer than a confirmation can take between its two steps. */
const patienceMs = 5 * 60_000;

/** Releases places whose confirmation or ending a crash has cut in half. */
@Injectable()
export class PlaceSweep implements OnApplicationBootstrap {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly places: Places,
  ) {}

  onApplicationBootstrap(): void {
    this.runtime.keepOneRunning('place sweep', async (signal) => {
      while (!signal.aborted) {
        await this.sweep(this.runtime.clock.now());
        await pause(everyMs, signal);
      }
    });
  }

  /** Answers how many places it released. */
  async sweep(now: Instant): Promise<number> {
    const collection = this.runtime.views.collection(unsettledPlaces.name);
    let released = 0;
    for await (const { scope, row } of this.runtime.readModels.scan<UnsettledPlace>(collection)) {
      const cause = await this.causeToRelease(scope, row, now);
      if (!cause) continue;
      const { placementId, requestId, volunteerId } = row;
      const on = dayAt(now, this.runtime.access.tenant(scope.tenant)?.timeZone ?? 'UTC');
      await this.places.release({ scope, actor: 'place-sweep' }, volunteerId, { placementId, requestId, on, cause });
      released += 1;
    }
    return released;
  }

  // The view says where to look; what is decided on is the request's own history.
  private async causeToRelease(
    scope: TenantScope,
    { placementId, requestId, since }: UnsettledPlace,
    now: Instant,
  ): Promise<ReleaseCause | undefined> {
    const { state } = await loadState(this.runtime, request, { scope, id: requestId });
    if (state.status === 'placed' && state.placement.id === placementId)
      return state.placement.status === 'ended' ? 'ended' : undefined;
    return Date.parse(now) - Date.parse(since) > patienceMs ? 'never-confirmed' : undefined;
  }
}
