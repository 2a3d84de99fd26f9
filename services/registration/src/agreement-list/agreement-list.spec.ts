import { day, type TenantId } from '@lotsennetz/kernel';
import { LearningGrants } from '@lotsennetz/platform';
import { agreementsOf } from './agreement-list.js';

const [siegen, kreuztal] = ['siegen', 'kreuztal'] as unknown as [TenantId, TenantId];
const happenedOn = day('2015-01-06');

function signed(...halves: readonly (readonly [TenantId, string])[]): LearningGrants {
  const grants = new LearningGrants();
  grants.learn(kreuztal, {
    type: 'TenantLearnt',
    happenedOn,
    data: { name: 'Stadt Kreuztal', kind: 'municipality', timeZone: 'Europe/Berlin' },
  });
  for (const [by, partner] of halves)
    grants.learn(by, { type: 'AgreementLearnt', happenedOn, data: { partner, shares: ['courses'] } });
  return grants;
}
const own = new Map([['kreuztal', ['courses' as const]]]);
const none = new Map<string, never>();
const row = { partner: 'kreuztal', partnerName: 'Stadt Kreuztal', signedHere: [], signedThere: [], shared: [] };

describe('the list of agreements', () => {
  it('is empty where nobody has signed', () => {
    expect(agreementsOf(signed(), siegen, none)).toEqual([]);
  });
  it('shows which half is signed', () => {
    expect(agreementsOf(signed(), siegen, own)).toEqual([{ ...row, signedHere: ['courses'] }]);
    expect(agreementsOf(signed([kreuztal, 'siegen']), siegen, none)).toEqual([{ ...row, signedThere: ['courses'] }]);
  });
  it('believes its own half before the grants have heard that it ended', () => {
    const ended = new Map([['kreuztal', []]]);
    expect(agreementsOf(signed([siegen, 'kreuztal']), siegen, ended)).toEqual([]);
  });
  it('shows what is shared once both have', () => {
    expect(agreementsOf(signed([kreuztal, 'siegen']), siegen, own)).toMatchObject([{ shared: ['courses'] }]);
  });
});
