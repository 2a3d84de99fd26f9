import { deriveId, TenantScope } from '@lotsennetz/kernel';
import { MemoryKeys } from '@lotsennetz/testing';
import { readInvitation, signInvitation } from './invitation.js';

const [siegen, kreuztal] = [TenantScope.of('siegen'), TenantScope.of('kreuztal')];
const invitation = { membershipId: deriveId('membership', 'rosa'), number: 2 };

describe('the link of an invitation', () => {
  it('says what was signed', async () => {
    const keys = new MemoryKeys();
    const text = await signInvitation(keys, siegen, invitation);
    expect(await readInvitation(keys, siegen, text)).toEqual(invitation);
    expect(await signInvitation(keys, siegen, invitation)).toBe(text);
    expect(encodeURIComponent(text)).toBe(text);
  });
  it('says nothing when it was altered, made up, or signed by another tenant', async () => {
    const keys = new MemoryKeys();
    const text = await signInvitation(keys, siegen, invitation);
    const [id = '', number = '', mac = ''] = text.split('.');
    const other = deriveId('membership', 'emil');
    for (const wrong of [
      '',
      'x',
      `${id}.3.${mac}`,
      `${other}.${number}.${mac}`,
      `${id}.${number}`,
      `${text}.`,
      `${id}.${number}.${mac.slice(1)}`,
    ])
      expect(await readInvitation(keys, siegen, wrong)).toBeUndefined();
    expect(await readInvitation(keys, kreuztal, text)).toBeUndefined();
  });
});
