import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { request } from '../request/request.stream.js';
import { confirmed, ended, endedOn, made, recorded } from '../example-facts.js';
import { endPlacement } from './end-placement.decider.js';

describe('ending a placement', () => {
  const command = { placementId: 'placement-1', reason: 'done', on: endedOn } as const;

  it('keeps the reason', () => given(request, recorded, made, confirmed).when(endPlacement, command).then(ended));
  it('keeps the first reason', () =>
    given(request, recorded, made, confirmed, ended)
      .when(endPlacement, { ...command, reason: 'moved' })
      .thenNothing());
  it('refuses where there is no placement', () =>
    given(request, recorded, made).when(endPlacement, command).thenRefused('unknown-placement'));
  it('refuses a day before the placement began', () =>
    given(request, recorded, made, confirmed)
      .when(endPlacement, { ...command, on: day('2015-05-12') })
      .thenRefused('earlier-than-last-change', { since: '2015-05-13' }));
});
