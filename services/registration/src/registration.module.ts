import type { ServiceDefinition } from '@lotsennetz/platform';
import { PdfPrinter } from '@lotsennetz/platform/documents';
import { AcceptVolunteerHttp } from './accept-volunteer/accept-volunteer.http.js';
import { AcceptInvitationHttp } from './accept-invitation/accept-invitation.http.js';
import { isOpenInvitation } from './accept-invitation/is-open-invitation.js';
import { AgreementListHttp } from './agreement-list/agreement-list.http.js';
import { Administrators } from './administrators.js';
import { OwnAcquaintancesHttp } from './acquaintance-list/own-acquaintances.http.js';
import { ShareContactHttp } from './share-contact/share-contact.http.js';
import { WhenPlacementChangedAcquaint } from './when-placement-changed-acquaint/when-placement-changed-acquaint.js';
import { AllTenantsHttp } from './all-tenants/all-tenants.http.js';
import { AppointStaffHttp } from './appoint-staff/appoint-staff.http.js';
import { ChangeLogoHttp } from './change-logo/change-logo.http.js';
import { ChangeProfileHttp } from './change-profile/change-profile.http.js';
import { ChangeStaffRolesHttp } from './change-staff-roles/change-staff-roles.http.js';
import { ChangeTenantSettingsHttp } from './change-tenant-settings/change-tenant-settings.http.js';
import { CloseOfficeHttp } from './close-office/close-office.http.js';
import { CorrectNewcomerHttp } from './correct-newcomer/correct-newcomer.http.js';
import { CreateTokenHttp } from './create-token/create-token.http.js';
import { DeclineVolunteerHttp } from './decline-volunteer/decline-volunteer.http.js';
import { DismissStaffHttp } from './dismiss-staff/dismiss-staff.http.js';
import { EndAgreementHttp } from './end-agreement/end-agreement.http.js';
import { EndEngagementHttp } from './end-engagement/end-engagement.http.js';
import { EndMembershipHttp } from './end-membership/end-membership.http.js';
import { ErasureListHttp } from './erasure-list/erasure-list.http.js';
import { OwnErasureHttp } from './erasure-list/own-erasure.http.js';
import { FoundTenantHttp } from './found-tenant/found-tenant.http.js';
import { GrantOversightHttp } from './grant-oversight/grant-oversight.http.js';
import { ImportVolunteersHttp } from './import-volunteers/import-volunteers.http.js';
import { VolunteerImport } from './import-volunteers/volunteer-import.js';
import { Invitations } from './invitations.js';
import { InviteAgainHttp } from './invite-again/invite-again.http.js';
import { LiftLegalHoldHttp } from './lift-legal-hold/lift-legal-hold.http.js';
import { LogoPictureHttp } from './logo-picture/logo-picture.http.js';
import { membership } from './membership/membership.stream.js';
import { oversight } from './oversight/oversight.stream.js';
import { agreement } from './agreement/agreement.stream.js';
import { NameListHttp } from './name-list/name-list.http.js';
import { NewcomerDirectoryHttp } from './newcomer-directory/newcomer-directory.http.js';
import { OfficeListHttp } from './office-list/office-list.http.js';
import { OwnHouseholdHttp } from './newcomer-directory/own-household.http.js';
import { OpenOfficeHttp } from './open-office/open-office.http.js';
import { OpenSelfServiceHttp } from './open-self-service/open-self-service.http.js';
import { newcomerDirectory } from './newcomer/newcomer-directory.view.js';
import { OrderErasureHttp } from './order-erasure/order-erasure.http.js';
import { OversightListHttp } from './oversight-list/oversight-list.http.js';
import { PauseVolunteerHttp } from './pause-volunteer/pause-volunteer.http.js';
import { PlaceLegalHoldHttp } from './place-legal-hold/place-legal-hold.http.js';
import { publishedEvents } from './published-events.js';
import { RegisterInterestHttp } from './register-interest/register-interest.http.js';
import { RegisterNewcomerHttp } from './register-newcomer/register-newcomer.http.js';
import { RequestErasureHttp } from './request-erasure/request-erasure.http.js';
import { ResetSecondFactorHttp } from './reset-second-factor/reset-second-factor.http.js';
import { ResumeVolunteerHttp } from './resume-volunteer/resume-volunteer.http.js';
import { RevokeOversightHttp } from './revoke-oversight/revoke-oversight.http.js';
import { RevokeTokenHttp } from './revoke-token/revoke-token.http.js';
import { SignAgreementHttp } from './sign-agreement/sign-agreement.http.js';
import { StaffListHttp } from './staff-list/staff-list.http.js';
import { TenantListHttp } from './tenant-list/tenant-list.http.js';
import { tenant } from './tenant/tenant.stream.js';
import { token } from './token/token.stream.js';
import { TenantSettingsHttp } from './tenant-settings/tenant-settings.http.js';
import { TokenListHttp } from './token-list/token-list.http.js';
import { VolunteerDirectoryHttp } from './volunteer-directory/volunteer-directory.http.js';
import { DuplicateListHttp } from './volunteer-directory/duplicate-list.http.js';
import { OwnProfileHttp } from './volunteer-directory/own-profile.http.js';
import { VolunteerTimelineHttp } from './volunteer-timeline/volunteer-timeline.http.js';
import { volunteerDirectory } from './volunteer/volunteer-directory.view.js';
import { EngagementForgetter } from './when-erasure-ordered-end-engagement/engagement-forgetter.js';
import { FormerSignIns } from './when-erasure-ordered-end-engagement/former-sign-ins.js';
import { WhenMembershipChangedRevokeTokens } from './when-membership-changed-revoke-tokens/when-membership-changed-revoke-tokens.js';
import { WhenSecondFactorResetDropIt } from './when-second-factor-reset-drop-it/when-second-factor-reset-drop-it.js';
import { WhenServiceForgotNoteIt } from './when-service-forgot-note-it/when-service-forgot-note-it.js';
import { DownloadExportHttp } from './download-export/download-export.http.js';
import { GatheredExports } from './download-export/gathered-exports.js';
import { ExportSweep } from './expire-exports/export-sweep.js';
import { ExportListHttp } from './export-list/export-list.http.js';
import { Exports } from './exports.js';
import { PersonLookup } from './person-lookup.js';
import { RequestExportHttp } from './request-export/request-export.http.js';
import { WhenServicesGatheredKeepParts } from './when-services-gathered-keep-parts/when-services-gathered-keep-parts.js';
import { ObjectToErasureHttp } from './object-to-erasure/object-to-erasure.http.js';
import { MergeVolunteersHttp } from './merge-volunteers/merge-volunteers.http.js';
import { UndoMergeHttp } from './undo-merge/undo-merge.http.js';
import { LiftRestrictionHttp } from './lift-restriction/lift-restriction.http.js';
import { RestrictionListHttp } from './restriction-list/restriction-list.http.js';
import { RestrictProcessingHttp } from './restrict-processing/restrict-processing.http.js';
import { WithdrawErasureHttp } from './withdraw-erasure/withdraw-erasure.http.js';
import { views } from './registration.views.js';
import { RetentionClock } from './run-retention-clock/retention-clock.js';

/** People who want to help and people who need help; tenants and the tokens of machines. */
export const registration: ServiceDefinition = {
  name: 'registration',
  purposes: ['name', 'contact', 'background', 'note'],
  projections: views,
  published: publishedEvents,
  grants: [tenant, token, membership, agreement, oversight],
  isOpenInvitation,
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
    MergeVolunteersHttp,
    UndoMergeHttp,
    VolunteerDirectoryHttp,
    DuplicateListHttp,
    OwnProfileHttp,
    VolunteerTimelineHttp,
    NameListHttp,
    ImportVolunteersHttp,
    RegisterNewcomerHttp,
    NewcomerDirectoryHttp,
    OwnHouseholdHttp,
    OwnAcquaintancesHttp,
    ShareContactHttp,
    WhenPlacementChangedAcquaint,
    CorrectNewcomerHttp,
    RequestErasureHttp,
    OwnErasureHttp,
    WithdrawErasureHttp,
    PlaceLegalHoldHttp,
    LiftLegalHoldHttp,
    OrderErasureHttp,
    ObjectToErasureHttp,
    RestrictProcessingHttp,
    LiftRestrictionHttp,
    RestrictionListHttp,
    ErasureListHttp,
    WhenServiceForgotNoteIt,
    FoundTenantHttp,
    AllTenantsHttp,
    TenantSettingsHttp,
    ChangeTenantSettingsHttp,
    ChangeLogoHttp,
    LogoPictureHttp,
    OpenOfficeHttp,
    CloseOfficeHttp,
    OfficeListHttp,
    AppointStaffHttp,
    InviteAgainHttp,
    ChangeStaffRolesHttp,
    DismissStaffHttp,
    ResetSecondFactorHttp,
    WhenSecondFactorResetDropIt,
    StaffListHttp,
    OpenSelfServiceHttp,
    EndMembershipHttp,
    AcceptInvitationHttp,
    SignAgreementHttp,
    EndAgreementHttp,
    AgreementListHttp,
    GrantOversightHttp,
    RevokeOversightHttp,
    OversightListHttp,
    CreateTokenHttp,
    RevokeTokenHttp,
    WhenMembershipChangedRevokeTokens,
    TokenListHttp,
    RequestExportHttp,
    ExportListHttp,
    DownloadExportHttp,
    WhenServicesGatheredKeepParts,
  ],
  forgets: EngagementForgetter,
  providers: [
    PersonLookup,
    Administrators,
    Exports,
    ExportSweep,
    RetentionClock,
    FormerSignIns,
    GatheredExports,
    PdfPrinter,
    VolunteerImport,
    Invitations,
  ],
  figures: [
    { label: 'Interessierte', view: volunteerDirectory, filter: { status: 'interested' } },
    { label: 'Aktive Freiwillige', view: volunteerDirectory, filter: { status: 'active' } },
    { label: 'Haushalte', view: newcomerDirectory },
  ],
};
