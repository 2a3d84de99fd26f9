import { createHmac, timingSafeEqual } from 'node:crypto';
import { uuidPattern, type Keys, type TenantScope } from '@lotsennetz/kernel';

/** What an invitation's link says: which membership, and which of its invitations, since a later one replaces it. */
export interface Invitation {
  readonly membershipId: string;
  /** From 1. */
  readonly number: number;
}

/** The text that goes into a link. It is signed, so that nothing secret has to be stored; the same each time. */
export async function signInvitation(keys: Keys, scope: TenantScope, invitation: Invitation): Promise<string> {
  const { membershipId, number } = invitation;
  return `${membershipId}.${number}.${(await macOf(keys, scope, invitation)).toString('base64url')}`;
}

/** What the text says; undefined for one that this tenant has not signed. */
export async function readInvitation(keys: Keys, scope: TenantScope, text: string): Promise<Invitation | undefined> {
  const [membershipId = '', number = '', mac = '', ...rest] = text.split('.');
  if (rest.length > 0 || !uuidPattern.test(membershipId) || !/^[1-9]\d{0,5}$/.test(number)) return undefined;
  const invitation = { membershipId, number: Number(number) };
  const [shown, expected] = [Buffer.from(mac, 'base64url'), await macOf(keys, scope, invitation)];
  return shown.length === expected.length && timingSafeEqual(shown, expected) ? invitation : undefined;
}

async function macOf(keys: Keys, scope: TenantScope, { membershipId, number }: Invitation): Promise<Buffer> {
  const secret = await keys.secret(scope, 'invitation');
  return createHmac('sha256', secret).update(`${scope.tenant}.${membershipId}.${number}`).digest();
}
