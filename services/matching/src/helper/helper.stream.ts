import { applyChange, registration } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type DataOf, type EventOf } from '@lotsennetz/kernel';

const { languages, topics, availability, capacity, gender, postalCode, town, maxDistanceKm } =
  registration.profileFields;

/** The part of a volunteer's profile that decides who can help whom. */
const profile = { languages, topics, availability, capacity, gender, postalCode, town, maxDistanceKm } as const;
const profileChange = {
  languages: field.optional(languages),
  topics: field.optional(topics),
  availability: field.optional(availability),
  capacity: field.optional(capacity),
  gender: field.optional(gender),
  postalCode,
  town,
  maxDistanceKm,
  cleared: field.optional(field.list(field.code('postalCode', 'town', 'maxDistanceKm'))),
} as const;

const place = { placementId: field.id(), requestId: field.id() } as const;

const schemas = defineEvents({
  ProfileLearnt: profile,
  ProfileChangeLearnt: profileChange,
  AcceptanceLearnt: {},
  DeclineLearnt: {},
  PauseLearnt: {},
  ResumptionLearnt: {},
  LeavingLearnt: {},
  ErasureLearnt: {},
  RestrictionLearnt: {},
  RestrictionEndLearnt: {},
  MergeLearnt: {},
  MergeEndLearnt: {},
  CertificateLearnt: { certificateId: field.id() },
  PlaceTaken: place,
  PlaceReleased: { ...place, cause: field.code('refused', 'ended', 'never-confirmed') },
});

export type HelperEvent = EventOf<typeof schemas>;
export type HelperProfile = DataOf<typeof profile>;
export type HelperProfileChange = DataOf<typeof profileChange>;
export const profileFieldNames = Object.keys(profile) as readonly (keyof typeof profile)[];

/** Where registration's last word has left a volunteer. */
export type Standing = 'interested' | 'active' | 'declined' | 'paused' | 'left' | 'erased';

export interface HelperState {
  readonly standing: Standing;
  /** Training and registration tell their parts in no order between them. */
  readonly certified: boolean;
  /** What is stored may not be used for now. */
  readonly restricted: boolean;
  /** A duplicate: the same person is known under another id. */
  readonly merged: boolean;
  readonly profile: HelperProfile | undefined;
  /** Placements that hold a place, confirmed or about to be. */
  readonly places: ReadonlySet<string>;
}

/** What matching has learnt of one volunteer, and which places are taken there: the volunteer's side of a confirmation. */
export const helper = defineStream({
  service: 'matching',
  category: 'helper',
  schemas,
  initial: {
    standing: 'interested',
    certified: false,
    restricted: false,
    merged: false,
    profile: undefined,
    places: new Set<string>(),
  },
  evolve,
});

const standingAfter = {
  AcceptanceLearnt: 'active',
  DeclineLearnt: 'declined',
  PauseLearnt: 'paused',
  ResumptionLearnt: 'active',
  LeavingLearnt: 'left',
  ErasureLearnt: 'erased',
} as const satisfies Partial<Record<HelperEvent['type'], Standing>>;

function evolve(state: HelperState, event: HelperEvent): HelperState {
  switch (event.type) {
    case 'ProfileLearnt':
      return { ...state, profile: event.data };
    case 'ProfileChangeLearnt':
      return state.profile ? { ...state, profile: applyChange(state.profile, event.data) } : state;
    case 'AcceptanceLearnt':
    case 'DeclineLearnt':
    case 'PauseLearnt':
    case 'ResumptionLearnt':
    case 'LeavingLearnt':
    case 'ErasureLearnt':
      // Nobody comes back from being forgotten: what other topics tell later changes nothing.
      return state.standing === 'erased' ? state : { ...state, standing: standingAfter[event.type] };
    case 'RestrictionLearnt':
      return { ...state, restricted: true };
    case 'RestrictionEndLearnt':
      return { ...state, restricted: false };
    case 'MergeLearnt':
      return { ...state, merged: true };
    case 'MergeEndLearnt':
      return { ...state, merged: false };
    case 'CertificateLearnt':
      return { ...state, certified: true };
    case 'PlaceTaken':
      return { ...state, places: new Set([...state.places, event.data.placementId]) };
    case 'PlaceReleased':
      return { ...state, places: new Set([...state.places].filter((id) => id !== event.data.placementId)) };
  }
}

/** Whether somebody may be given a household: accepted by the office, certified, neither paused, gone, restricted nor a duplicate. */
export function isAvailable({ standing, certified, restricted, merged }: Availability): boolean {
  return standing === 'active' && certified && restricted !== true && merged !== true;
}

type Availability = Pick<HelperState, 'standing' | 'certified'> & {
  readonly restricted?: boolean;
  readonly merged?: boolean;
};
