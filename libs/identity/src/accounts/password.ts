import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * BSI TR-02102-1 (B.1.3) names Argon2id; these are the least OWASP gives for it (Password Storage Cheat Sheet, 2024).
 * They stand in every hash, so that they may grow.
 */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;
const derive = promisify(argon2);

/** NIST SP 800-63B-4, 3.1.1.2: length and a list of the obvious, no rules about kinds of characters. */
const shortestPassword = 12;
const longestPassword = 256;

export type PasswordRefusal = 'too-short' | 'too-long' | 'too-obvious';

/** undefined: it may be used. Counted in characters as people see them. */
export function refusePassword(password: string): PasswordRefusal | undefined {
  const length = [...password].length;
  if (length < shortestPassword) return 'too-short';
  if (length > longestPassword) return 'too-long';
  return isObvious(password.toLowerCase()) ? 'too-obvious' : undefined;
}

const obvious = ['lotsennetz', 'passwort', 'password', 'qwertz', 'qwerty', 'integration', '1234567890', 'abcdefghij'];

function isObvious(password: string): boolean {
  const rest = obvious.reduce((left, each) => left.replaceAll(each, ''), password);
  return rest.length < 5 || new Set(password).size < 5;
}

/** `argon2id$memory$passes$parallelism$nonce$hash` */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: normalized(password), nonce, tagLength, ...cost });
  const { memory, passes, parallelism } = cost;
  return ['argon2id', memory, passes, parallelism, nonce.toString('base64url'), tag.toString('base64url')].join('$');
}

/** Takes as long for an account that does not exist. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', hash = ''] = (stored ?? nobodys).split('$');
  const expected = Buffer.from(hash, 'base64url');
  const tag = await derive('argon2id', {
    message: normalized(password),
    nonce: Buffer.from(nonce, 'base64url'),
    tagLength: expected.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  });
  return timingSafeEqual(tag, expected) && stored !== undefined;
}

const nobodys = `argon2id$${cost.memory}$${cost.passes}$${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

// The same password typed on another keyboard may be composed of other code points (NIST SP 800-63B-4, 3.1.1.2).
function normalized(password: string): string {
  return password.normalize('NFKC');
}
