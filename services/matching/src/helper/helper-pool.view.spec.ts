import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import {
  acceptanceLearnt,
  available,
  certificateLearnt,
  learnt,
  placeReleased,
  placeTaken,
  profile,
} from '../example-facts.js';
import { helperPool } from './helper-pool.view.js';
import { helper, type HelperEvent } from './helper.stream.js';

const rowAfter = async (...events: HelperEvent[]) =>
  (await foldProjection(helperPool, recordedEvents(helper, { id: 'volunteer-1' }, ...events))).get('volunteer-1');
const bare = (type: 'DeclineLearnt' | 'PauseLearnt' | 'ResumptionLearnt' | 'LeavingLearnt' | 'ErasureLearnt') =>
  ({ type, happenedOn: learnt.happenedOn, data: {} }) as const;

describe('the pool of volunteers', () => {
  it('shows who may be proposed', async () =>
    expect(await rowAfter(...available)).toEqual({
      ...profile,
      id: 'volunteer-1',
      known: true,
      standing: 'active',
      certified: true,
      places: [],
    }));
  it('knows nothing but the certificate at first', async () =>
    expect(await rowAfter(certificateLearnt)).toMatchObject({ known: false, certified: true, standing: 'interested' }));
  it('follows changes of the profile', async () => {
    const change = { type: 'ProfileChangeLearnt', happenedOn: learnt.happenedOn, data: { capacity: 3 } } as const;
    expect(await rowAfter(learnt, change)).toMatchObject({ capacity: 3, languages: profile.languages });
  });
  it('takes back what there is no longer', async () => {
    const change = { type: 'ProfileChangeLearnt', happenedOn: learnt.happenedOn, data: { cleared: ['town'] } } as const;
    const row = await rowAfter(learnt, change);
    expect(row).not.toHaveProperty('town');
    expect(row).not.toHaveProperty('cleared');
  });
  it('follows a restriction', async () => {
    const [restricted, free] = (['RestrictionLearnt', 'RestrictionEndLearnt'] as const).map(
      (type) => ({ type, happenedOn: learnt.happenedOn, data: {} }) as const,
    );
    if (!restricted || !free) throw new Error('two facts');
    expect(await rowAfter(...available, restricted)).toMatchObject({ restricted: true, standing: 'active' });
    expect(await rowAfter(...available, restricted, free)).toMatchObject({ restricted: false, standing: 'active' });
  });
  it('follows a merge', async () => {
    const [merged, undone] = (['MergeLearnt', 'MergeEndLearnt'] as const).map(
      (type) => ({ type, happenedOn: learnt.happenedOn, data: {} }) as const,
    );
    if (!merged || !undone) throw new Error('two facts');
    expect(await rowAfter(...available, merged)).toMatchObject({ merged: true, standing: 'active' });
    expect(await rowAfter(...available, merged, undone)).toMatchObject({ merged: false, standing: 'active' });
  });
  it('follows the standing', async () => {
    expect(await rowAfter(learnt, bare('DeclineLearnt'))).toMatchObject({ standing: 'declined' });
    expect(await rowAfter(learnt, acceptanceLearnt, bare('PauseLearnt'))).toMatchObject({ standing: 'paused' });
    expect(await rowAfter(learnt, bare('PauseLearnt'), bare('ResumptionLearnt'))).toMatchObject({ standing: 'active' });
    expect(await rowAfter(learnt, bare('LeavingLearnt'))).toMatchObject({ standing: 'left' });
    expect(await rowAfter(learnt, bare('ErasureLearnt'))).toMatchObject({ standing: 'erased' });
  });
  it('counts places', async () => {
    expect(await rowAfter(...available, placeTaken)).toMatchObject({ places: ['placement-1'] });
    expect(await rowAfter(...available, placeTaken, placeReleased)).toMatchObject({ places: [] });
  });
});
