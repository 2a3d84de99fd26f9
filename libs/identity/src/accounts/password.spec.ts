import { hashPassword, isPassword, refusePassword } from './password.js';

describe('a password', () => {
  it.each(['drei Enten auf dem Dach', 'кінь біжить полем', 'عصفور على الشجرة', 'x9$kLm2!pQr7', '83620174950318'])(
    'of twelve characters and more is taken, whatever it is made of: %s',
    (password) => {
      expect(refusePassword(password)).toBeUndefined();
    },
  );
  it.each([
    ['elf Zeichen', 'too-short'],
    ['🦆🦆🦆🦆🦆🦆🦆🦆🦆🦆🦆', 'too-short'],
    ['x'.repeat(257), 'too-long'],
    ['Passwort1234', 'too-obvious'],
    ['123456789012', 'too-obvious'],
    ['lotsennetz2026', 'too-obvious'],
    ['aaaaaaaaaaaa', 'too-obvious'],
  ])('%s is refused: %s', (password, refusal) => {
    expect(refusePassword(password)).toBe(refusal);
  });
  it('is known again, also composed of other code points, and no other is', async () => {
    const stored = await hashPassword('Größe zählt nicht');
    expect(stored).toMatch(/^argon2id\$19456\$2\$1\$/);
    expect(await isPassword('Größe zählt nicht'.normalize('NFD'), stored)).toBe(true);
    expect(await isPassword('größe zählt nicht', stored)).toBe(false);
    expect(await hashPassword('Größe zählt nicht')).not.toBe(stored);
  });
  it('is wrong for nobody, after the same work', async () => {
    expect(await isPassword('drei Enten auf dem Dach', undefined)).toBe(false);
  });
});
