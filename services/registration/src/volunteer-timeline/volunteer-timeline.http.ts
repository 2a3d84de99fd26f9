import { Context, Needs, notFound, office, PathId, ServiceRuntime, type RequestContext } from '@lotsennetz/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { entryOf, enteredBy, type EnteredBy } from './timeline-entry.js';

class TimelineEntry {
  @ApiProperty({ type: 'integer' })
  readonly revision: number;
  @ApiProperty({ description: 'Type of the event, such as VolunteerPaused.' })
  readonly what: string;
  @ApiProperty({ type: String, format: 'date' })
  readonly happenedOn: string;
  @ApiProperty({ type: String, format: 'date-time' })
  readonly recordedAt: string;
  @ApiProperty({ enum: enteredBy })
  readonly enteredBy: EnteredBy;
  @ApiProperty({ type: [String], description: 'For a change of profile: which fields, not what they said.' })
  readonly fields: readonly string[];
}

class Timeline {
  @ApiProperty({ type: [TimelineEntry] })
  readonly items: readonly TimelineEntry[];
}

@ApiTags('registration')
@Controller('registration/:tenant/volunteers/:id/timeline')
export class VolunteerTimelineHttp {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** What happened to a volunteer, told from the events themselves, the newest first. */
  @Get()
  @Needs(...office)
  @ApiOkResponse({ type: Timeline })
  async tell(@Context() { scope }: RequestContext, @PathId() id: string): Promise<Timeline> {
    const events = await this.runtime.eventStore.readStream(volunteer.name(scope, id));
    if (events.length === 0) throw notFound();
    return { items: events.map(entryOf).reverse() };
  }
}
