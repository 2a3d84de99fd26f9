import { deriveId, instant, TenantScope } from '@lotsennetz/kernel';
import { MemoryKeys } from '@lotsennetz/testing';
import { readProposalLink, signProposalLink } from './proposal-link.js';

const [siegen, kreuztal] = [TenantScope.of('siegen'), TenantScope.of('kreuztal')];
const proposalId = deriveId('proposal', 'rosa');
const now = instant('2015-05-10T08:00:00.123Z');

describe('the link in a mail about a proposal', () => {
  it('names the proposal, and fourteen days', async () => {
    const keys = new MemoryKeys();
    const text = await signProposalLink(keys, siegen, { proposalId, now });
    expect(await readProposalLink(keys, siegen, text)).toEqual({ proposalId, validUntil: '2015-05-24T08:00:00.000Z' });
    expect(encodeURIComponent(text)).toBe(text);
  });
  it('says nothing when it was altered, made up, or signed by another tenant', async () => {
    const keys = new MemoryKeys();
    const text = await signProposalLink(keys, siegen, { proposalId, now });
    const [id = '', seconds = '', mac = ''] = text.split('.');
    for (const wrong of [
      '',
      'x',
      `${id}.${Number(seconds) + 1}.${mac}`,
      `${deriveId('proposal', 'emil')}.${seconds}.${mac}`,
      `${id}.${seconds}`,
      `${id}.${seconds}.`,
      `${text}.`,
      `${id}.${seconds}.${mac.slice(1)}`,
    ])
      expect(await readProposalLink(keys, siegen, wrong)).toBeUndefined();
    expect(await readProposalLink(keys, kreuztal, text)).toBeUndefined();
  });
});
