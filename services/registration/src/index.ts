import type { ServiceDefinition } from '@lotsennetz/platform';
import { AcceptVolunteerHttp } from './accept-volunteer/accept-volunteer.http.js';
import { ChangeProfileHttp } from './change-profile/change-profile.http.js';
import { DeclineVolunteerHttp } from './decline-volunteer/decline-volunteer.http.js';
import { EndEngagementHttp } from './end-engagement/end-engagement.http.js';
import { ErasureListHttp } from './erasure-list/erasure-list.http.js';
import { erasureList } from './erasure-list/erasure-list.projection.js';
import { ImportVolunteersHttp } from './import-volunteers/import-volunteers.http.js';
import { VolunteerImport } from './import-volunteers/volunteer-import.js';
import { LiftLegalHoldHttp } from './lift-legal-hold/lift-legal-hold.http.js';
import { NewcomerDirectoryHttp } from './newcomer-directory/newcomer-directory.http.js';
import { newcomerDirectory } from './newcomer-directory/newcomer-directory.projection.js';
import { OrderErasureHttp } from './order-erasure/order-erasure.http.js';
import { PauseVolunteerHttp } from './pause-volunteer/pause-volunteer.http.js';
import { PlaceLegalHoldHttp } from './place-legal-hold/place-legal-hold.http.js';
import { publishedEvents } from './published-events.js';
import { RegisterInterestHttp } from './register-interest/register-interest.http.js';
import { RegisterNewcomerHttp } from './register-newcomer/register-newcomer.http.js';
import { RequestErasureHttp } from './request-erasure/request-erasure.http.js';
import { ResumeVolunteerHttp } from './resume-volunteer/resume-volunteer.http.js';
import { TenantListHttp } from './tenant-list/tenant-list.http.js';
import { tenant } from './tenant/tenant.stream.js';
import { token } from './token/token.stream.js';
import { VolunteerDirectoryHttp } from './volunteer-directory/volunteer-directory.http.js';
import { VolunteerTimelineHttp } from './volunteer-timeline/volunteer-timeline.http.js';
import { volunteerDirectory } from './volunteer-directory/volunteer-directory.projection.js';
import { EngagementForgetter } from './when-erasure-ordered-end-engagement/engagement-forgetter.js';
import { WhenServiceForgotNoteIt } from './when-service-forgot-note-it/when-service-forgot-note-it.js';

export { createTokenFor } from './create-token/create-token-for.js';
export { foundTenantNamed } from './found-tenant/found-tenant-named.js';
export { revokeTokenOf } from './revoke-token/revoke-token-of.js';

/** People who want to help and people who need help; tenants and the tokens of machines. */
export const registration: ServiceDefinition = {
  name: 'registration',
  purposes: ['name', 'contact', 'background', 'note'],
  projections: [volunteerDirectory, newcomerDirectory, erasureList],
  published: publishedEvents,
  grants: [tenant, token],
  takesImports: true,
  controllers: [
    TenantListHttp,
    RegisterInterestHttp,
    AcceptVolunteerHttp,
    DeclineVolunteerHttp,
    ChangeProfileHttp,
    PauseVolunteerHttp,
    ResumeVolunteerHttp,
    EndEngagementHttp,
    VolunteerDirectoryHttp,
    VolunteerTimelineHttp,
    ImportVolunteersHttp,
    RegisterNewcomerHttp,
    NewcomerDirectoryHttp,
    RequestErasureHttp,
    PlaceLegalHoldHttp,
    LiftLegalHoldHttp,
    OrderErasureHttp,
    ErasureListHttp,
    WhenServiceForgotNoteIt,
  ],
  forgets: EngagementForgetter,
  providers: [VolunteerImport],
  figures: [
    { label: 'Interessierte', view: volunteerDirectory, filter: { status: 'interested' } },
    { label: 'Aktive Freiwillige', view: volunteerDirectory, filter: { status: 'active' } },
    { label: 'Haushalte', view: newcomerDirectory },
  ],
};
