import type { TenantScope } from '@lotsennetz/kernel';
import { searchable, ViewReader } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { certificateView } from '../certificate/certificate.view.js';
import { enrolledIn } from '../course/participation.state.js';
import { courseView } from '../course/course.view.js';
import { participantView } from '../participant/participant.view.js';

/** Who could come to a course: interested or active people of a town without a certificate and without a seat elsewhere. */
@Injectable()
export class InterestList {
  constructor(private readonly reader: ViewReader) {}

  /** Volunteers' ids. @throws Problem 503 `view-behind`. */
  async of(scope: TenantScope, town: string): Promise<readonly string[]> {
    await this.reader.reachNow();
    const busy = await this.busy(scope);
    const wanted: string[] = [];
    const filter = { status: { in: ['interested', 'active'] } };
    for await (const { id, town: home } of this.reader.all({ scope }, participantView, filter))
      if (searchable(home) === searchable(town) && !busy.has(id)) wanted.push(id);
    return wanted;
  }

  private async busy(scope: TenantScope): Promise<ReadonlySet<string>> {
    const busy = new Set<string>();
    for await (const { volunteerId } of this.reader.all({ scope }, certificateView)) busy.add(volunteerId);
    for await (const row of this.reader.all({ scope }, courseView, { status: 'planned' }))
      for (const { volunteerId } of enrolledIn(row)) busy.add(volunteerId);
    return busy;
  }
}
