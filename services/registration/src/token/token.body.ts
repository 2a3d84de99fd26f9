import { randomBytes } from 'node:crypto';
import { hashToken } from '@lotsennetz/platform';

/** 256 random bits that show what they are to whoever finds them, and their hash: all that is stored. */
export function newToken(): { readonly token: string; readonly tokenHash: string } {
  const token = `lotse_${randomBytes(32).toString('base64url')}`;
  return { token, tokenHash: hashToken(token) };
}
