import { openDocuments, readConfig } from '@lotsennetz/platform';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { FakeClock } from '@lotsennetz/testing';
import { generateSync } from 'otplib';
import { Accounts } from '../accounts/accounts.js';
import { Attempts } from '../accounts/attempts.js';
import { Proofs } from './proof.js';
import { Steps, type Outcome } from './steps.js';

const registration = { name: 'registration', purposes: [], projections: [], published: [], controllers: [] } as const;
const email = 'ines.beispiel@example.org';
const password = 'drei Enten auf dem Dach';
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const step = { uid: 'one', language: 'de', wantsSecondFactor: false, prompt: 'login', knownSub: undefined } as const;

describe('guessing the second factor', () => {
  const clock = new FakeClock('2026-03-02T08:00:00.000Z');
  let platform: TestDeployment;
  let steps: Steps;
  let documents: ReturnType<typeof openDocuments>;

  beforeAll(async () => {
    platform = await startForTest([registration]);
    documents = openDocuments(readConfig({ LOTSENNETZ_DATA: platform.folder }), 'identity');
    const { keys } = platform.service('registration');
    const accounts = new Accounts(documents, keys, clock);
    const attempts = new Attempts(documents, keys, clock);
    await Promise.all([accounts.open(), attempts.open()]);
    const sub = await accounts.subOf(email);
    await accounts.setPassword(sub, password);
    await accounts.enrol(sub, secret, codeNow());
    steps = new Steps({ accounts, attempts, proofs: new Proofs(keys, clock), people: () => [] });
    clock.advance({ minutes: 1 });
  });
  afterAll(async () => {
    await documents.close();
    await platform.close();
  });

  const codeNow = () => generateSync({ secret, epoch: Date.parse(clock.now()) / 1_000 });
  const bodyOf = (outcome: Outcome) => (outcome.kind === 'page' ? outcome.page.body : outcome.kind);
  const signIn = async (address: string, code: string) => {
    const asked = bodyOf(await steps.password({ ...step, address }, { email, password }));
    const proof = /name="proof" value="([^"]+)"/.exec(asked)?.[1] ?? '';
    return bodyOf(await steps.code({ ...step, address }, { proof, code }));
  };

  it('is locked after five failures, also for who shows the password again in between, from wherever', async () => {
    for (const n of [1, 2, 3, 4, 5]) expect(await signIn(`192.0.2.${n}`, '000000')).toContain('stimmt nicht');
    expect(await signIn('192.0.2.6', codeNow())).toContain('zu viele Versuche');
    clock.advance({ minutes: 16 });
    expect(await signIn('192.0.2.6', codeNow())).toBe('signed-in');
  });
});
