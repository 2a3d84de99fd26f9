import { AfterQuery, Context, NeedsSelf, ownId, ViewReader, type RequestContext } from '@lotsennetz/platform';
import type { Opened } from '@lotsennetz/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { volunteerDirectory, type VolunteerRow } from '../volunteer/volunteer-directory.view.js';

/** What volunteers see of their own record: what they have told, where they stand, and nothing the office thinks. */
const shown = [
  ...['id', 'status', 'statusSince', 'interestedSince', 'restricted', 'revision'],
  ...['givenName', 'familyName', 'email', 'phone', 'preferredLanguage', 'postalCode', 'town', 'birthYear', 'gender'],
  ...['languages', 'topics', 'availability', 'capacity', 'maxDistanceKm', 'carrier', 'ownMigrationExperience'],
  'roleWishes',
] as const;

export type OwnProfile = Pick<Opened<VolunteerRow>, (typeof shown)[number]>;

@ApiTags('registration')
@Controller('registration/:tenant/me')
export class OwnProfileHttp {
  constructor(private readonly reader: ViewReader) {}

  @Get()
  @NeedsSelf('volunteer')
  @ApiOkResponse({ description: 'What is stored of the volunteer who asks; `revision` is what If-Match takes.' })
  async one(@Context() context: RequestContext, @Query() { after }: AfterQuery): Promise<OwnProfile> {
    const row = await this.reader.one(context, volunteerDirectory, { id: ownId(context), after });
    const fields = Object.entries(row).filter(([name]) => shown.some((each) => each === name));
    return Object.fromEntries(fields) as OwnProfile;
  }
}
