import { applyChange } from '@lotsennetz/contracts';
import { defineProjection } from '@lotsennetz/kernel';
import { helper, type HelperProfile, type Standing } from './helper.stream.js';

/** One volunteer as proposals see it. */
export interface HelperRow extends HelperProfile {
  readonly id: string;
  readonly standing: Standing;
  readonly certified: boolean;
  readonly restricted?: boolean;
  readonly merged?: boolean;
  /** false until registration has told the profile: such a volunteer is proposed to nobody. */
  readonly known: boolean;
  /** Placements that hold a place. */
  readonly places: readonly string[];
}

const unknownYet = {
  standing: 'interested',
  certified: false,
  known: false,
  places: [],
  languages: [],
  topics: [],
  availability: [],
  capacity: 0,
  gender: 'unknown',
} as const;

/** Everybody who could be proposed, with what decides about it. No names: they are in registration. */
export const helperPool = defineProjection<HelperRow>()({
  name: 'helper-pool',
  version: 3,
  streams: [helper],
  indexes: ['standing'],
  evolve: (row: HelperRow | undefined, event, id) => {
    const before: HelperRow = row ?? { ...unknownYet, id };
    switch (event.type) {
      case 'ProfileLearnt':
        return { ...before, ...event.data, known: true };
      case 'ProfileChangeLearnt':
        return applyChange(before, event.data);
      case 'AcceptanceLearnt':
      case 'ResumptionLearnt':
        return { ...before, standing: 'active' };
      case 'DeclineLearnt':
        return { ...before, standing: 'declined' };
      case 'PauseLearnt':
        return { ...before, standing: 'paused' };
      case 'LeavingLearnt':
        return { ...before, standing: 'left' };
      case 'ErasureLearnt':
        return { ...before, standing: 'erased' };
      case 'RestrictionLearnt':
        return { ...before, restricted: true };
      case 'RestrictionEndLearnt':
        return { ...before, restricted: false };
      case 'MergeLearnt':
        return { ...before, merged: true };
      case 'MergeEndLearnt':
        return { ...before, merged: false };
      case 'CertificateLearnt':
        return { ...before, certified: true };
      case 'PlaceTaken':
        return { ...before, places: [...before.places, event.data.placementId] };
      case 'PlaceReleased':
        return { ...before, places: before.places.filter((place) => place !== event.data.placementId) };
    }
  },
});
