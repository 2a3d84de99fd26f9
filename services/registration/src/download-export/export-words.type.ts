/** What happened to a person, as they may read it; whatever is not named here is shown by its name in the data. */
export const namedFacts = [
  'InterestRegistered',
  'ProfileChanged',
  'VolunteerAccepted',
  'VolunteerDeclined',
  'VolunteerPaused',
  'VolunteerResumed',
  'EngagementEnded',
  'MergedInto',
  'MergeUndone',
  'NewcomerRegistered',
  'NewcomerCorrected',
  'ErasureRequested',
  'ErasureWithdrawn',
  'ProcessingRestricted',
  'RestrictionLifted',
  'LegalHoldPlaced',
  'LegalHoldLifted',
  'VolunteerInvited',
  'VolunteerEnrolled',
  'VolunteerWaitlisted',
  'VolunteerPromoted',
  'EnrolmentCancelled',
  'AttendanceRecorded',
  'SessionMadeUp',
  'CertificateIssued',
  'RequestRecorded',
  'RequestCorrected',
  'RequestWithdrawn',
  'ProposalMade',
  'ProposalAccepted',
  'ProposalDeclined',
  'ProposalExpired',
  'PlacementConfirmed',
  'AcquaintanceBegun',
  'ContactShared',
  'AcquaintanceEnded',
  'VisitLogged',
  'PlacementEnded',
  'EarlierPlacementsNoted',
  'PlaceTaken',
  'PlaceReleased',
  'MessageQueued',
  'MessageSent',
] as const;
export type NamedFact = (typeof namedFacts)[number];

/** Fields of the master data, in the order they are printed. */
export const namedFields = [
  'givenName',
  'familyName',
  'email',
  'phone',
  'preferredLanguage',
  'birthYear',
  'gender',
  'postalCode',
  'town',
  'householdSize',
  'languages',
  'topics',
  'availability',
  'capacity',
  'maxDistanceKm',
  'carrier',
  'ownMigrationExperience',
  'roleWishes',
  'note',
] as const;
export type NamedField = (typeof namedFields)[number];

/** The texts of the readable document. `{...}` is filled in. */
export interface ExportWords {
  readonly title: string;
  readonly intro: string;
  readonly masterData: string;
  readonly events: string;
  readonly messages: string;
  readonly placements: string;
  readonly looks: string;
  readonly copies: string;
  readonly recipients: string;
  readonly recipientsText: string;
  readonly retention: string;
  readonly retentionText: string;
  readonly months: string;
  readonly rights: string;
  readonly rightsText: string;
  readonly authority: string;
  readonly authorityText: string;
  readonly complete: string;
  readonly nothing: string;
  readonly day: string;
  readonly what: string;
  readonly enteredBy: string;
  readonly service: string;
  readonly count: string;
  readonly yes: string;
  readonly no: string;
  readonly facts: Readonly<Record<NamedFact, string>>;
  readonly fields: Readonly<Record<NamedField, string>>;
  /** Kinds of data that somebody saw. */
  readonly seen: Readonly<Record<string, string>>;
  readonly actors: Readonly<Record<string, string>>;
  readonly retentionKinds: Readonly<
    Record<'declined-interests' | 'former-volunteers' | 'newcomers' | 'messages', string>
  >;
}
