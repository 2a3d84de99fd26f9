import { given } from '@lotsennetz/testing';
import { helper } from './helper/helper.stream.js';
import { releasePlace, takePlace } from './place.decider.js';
import {
  acceptanceLearnt,
  available,
  confirmedOn,
  decidedOn,
  endedOn,
  learnt,
  placeReleased,
  placeTaken,
  profile,
} from './example-facts.js';

const place = { placementId: 'placement-1', requestId: 'request-1', on: confirmedOn };
const other = { placementId: 'placement-2', requestId: 'request-2', on: confirmedOn };
const paused = { type: 'PauseLearnt', happenedOn: decidedOn, data: {} } as const;

describe('taking a place at a volunteer', () => {
  it('takes a free one', () =>
    given(helper, ...available)
      .when(takePlace, place)
      .then(placeTaken));
  it('takes none twice for the same placement', () =>
    given(helper, ...available, placeTaken)
      .when(takePlace, place)
      .thenNothing());
  it('refuses when all are taken', () =>
    given(helper, ...available, placeTaken)
      .when(takePlace, other)
      .thenRefused('capacity-full', { capacity: 1 }));
  it('counts by the newest capacity', () =>
    given(helper, ...available, placeTaken, {
      type: 'ProfileChangeLearnt',
      happenedOn: confirmedOn,
      data: { capacity: 2 },
    })
      .when(takePlace, other)
      .then({ ...placeTaken, data: { placementId: 'placement-2', requestId: 'request-2' } }));
  it('takes one that was released', () =>
    given(helper, ...available, placeTaken, placeReleased)
      .when(takePlace, { ...other, on: endedOn })
      .then({ ...placeTaken, happenedOn: endedOn, data: { placementId: 'placement-2', requestId: 'request-2' } }));
  it('refuses a volunteer without a certificate', () =>
    given(helper, learnt, acceptanceLearnt).when(takePlace, place).thenRefused('volunteer-unavailable'));
  it('refuses a volunteer who takes a break', () =>
    given(helper, ...available, paused)
      .when(takePlace, place)
      .thenRefused('volunteer-unavailable'));
  it('refuses a volunteer whose profile is not known yet', () =>
    given(helper, available[0], available[2]).when(takePlace, place).thenRefused('capacity-full', { capacity: 0 }));
  it('keeps the profile through changes', () =>
    expect(helper.evolve(helper.evolve(helper.initial, learnt), paused)).toMatchObject({
      profile,
      standing: 'paused',
    }));
});

describe('releasing a place', () => {
  const command = { placementId: 'placement-1', requestId: 'request-1', on: endedOn, cause: 'ended' } as const;

  it('frees it', () =>
    given(helper, ...available, placeTaken)
      .when(releasePlace, command)
      .then(placeReleased));
  it('changes nothing the second time', () =>
    given(helper, ...available, placeTaken, placeReleased)
      .when(releasePlace, command)
      .thenNothing());
});
