import { secondFactorAcr, type Page } from '@lotsennetz/platform';
import type { InteractionResults } from 'oidc-provider';
import QRCode from 'qrcode';
import { epochOf } from '../accounts/account.js';
import type { Accounts } from '../accounts/accounts.js';
import type { Attempts, Guess } from '../accounts/attempts.js';
import { newTotpSecret, totpAddress } from '../accounts/second-factor.js';
import { demoSub, type DemoPerson } from '../demo.js';
import type { PageContext, PageError } from '../pages/page-parts.js';
import { codePage, enrolPage, recoveryPage } from '../pages/second-factor.pages.js';
import { signInPage } from '../pages/sign-in.page.js';
import type { Language } from '../texts.js';
import type { Proof, Proofs } from './proof.js';

/** One request of somebody who is signing in. */
export interface Step {
  /** Of the sign-in under way. */
  readonly uid: string;
  readonly language: Language;
  /** Network address. */
  readonly address: string;
  readonly wantsSecondFactor: boolean;
  /** What the provider waits for: `login`, or `consent` where that was asked for by name. */
  readonly prompt: string;
  /** Who has shown a password a moment ago already. */
  readonly knownSub: string | undefined;
}

export type Outcome =
  | { readonly kind: 'page'; readonly page: Page; readonly wrong: boolean }
  | { readonly kind: 'signed-in'; readonly result: InteractionResults }
  /** Too late, or from another browser. */
  | { readonly kind: 'lost' };

export type Form = Readonly<Record<string, string | undefined>>;

/** Signing in, step by step: password, then the second factor where there is one or one is asked for. */
export class Steps {
  constructor(
    private readonly parts: {
      readonly accounts: Accounts;
      readonly attempts: Attempts;
      readonly proofs: Proofs;
      readonly people: () => readonly DemoPerson[];
    },
  ) {}

  /** The page that a sign-in begins with, or goes on with. */
  async begin(step: Step): Promise<Outcome> {
    const { knownSub } = step;
    // The only client is the platform itself: whoever signs in to it has said yes.
    if (step.prompt === 'consent' && knownSub !== undefined) return { kind: 'signed-in', result: { consent: {} } };
    if (step.wantsSecondFactor && knownSub !== undefined) return this.askFactor(step, knownSub);
    return this.askPassword(step);
  }

  async password(step: Step, { email = '', password = '' }: Form): Promise<Outcome> {
    const { accounts, attempts } = this.parts;
    const sub = await accounts.subOf(email);
    const guess = await attempts.guess({ sub, address: step.address, at: 'password' }, () =>
      accounts.isPassword(sub, password),
    );
    if (guess !== 'right') return this.askPassword(step, { email, error: passwordErrors[guess] });
    const account = await accounts.find(sub);
    return account?.secondFactor || step.wantsSecondFactor ? this.askFactor(step, sub) : signedIn(sub, ['pwd']);
  }

  async code(step: Step, { proof: text = '', code = '' }: Form): Promise<Outcome> {
    const { accounts, attempts } = this.parts;
    const proof = await this.goOnWith(step, text);
    if (!proof) return { kind: 'lost' };
    const { sub } = proof;
    const guess = await attempts.guess({ sub, address: step.address, at: 'code' }, () => accounts.useCode(sub, code));
    return guess === 'right' ? signedIn(sub, ['pwd', 'otp']) : this.askFactor(step, sub, codeErrors[guess]);
  }

  async enrol(step: Step, { proof: text = '', code = '' }: Form): Promise<Outcome> {
    const { accounts, proofs } = this.parts;
    const proof = await this.goOnWith(step, text);
    if (proof?.secret === undefined) return { kind: 'lost' };
    const { sub, secret, epoch } = proof;
    // Who knows the password alone must not replace the device of who has both.
    if ((await accounts.find(sub))?.secondFactor) return { kind: 'lost' };
    const codes = await accounts.enrol(sub, secret, code);
    if (!codes) return this.showEnrolment(step, { sub, secret, epoch }, codeErrors.wrong);
    const done = await proofs.write(step.uid, { sub, epoch, done: true });
    return pageOutcome(recoveryPage(contextOf(step), { base: baseOf(step), proof: done, codes }));
  }

  async done(step: Step, { proof: text = '' }: Form): Promise<Outcome> {
    const proof = await this.goOnWith(step, text);
    return proof?.done ? signedIn(proof.sub, ['pwd', 'otp']) : { kind: 'lost' };
  }

  /** Anybody may be a person of the example; there is none anywhere else. */
  demo({ person }: Form): Outcome {
    const known = this.parts.people().find(({ key }) => key === person);
    return known ? signedIn(demoSub(known.key), ['demo'], secondFactorAcr) : { kind: 'lost' };
  }

  private askPassword(step: Step, { email, error }: { email?: string; error?: PageError } = {}): Outcome {
    const view = { base: baseOf(step), people: this.parts.people(), ...(email === undefined ? {} : { email }) };
    return pageOutcome(signInPage(contextOf(step, error), view), error);
  }

  private async askFactor(step: Step, sub: string, error?: PageError): Promise<Outcome> {
    const account = await this.parts.accounts.find(sub);
    if (!account) return { kind: 'lost' };
    const epoch = epochOf(account);
    if (!account.secondFactor) return this.showEnrolment(step, { sub, epoch, secret: newTotpSecret() });
    const proof = await this.parts.proofs.write(step.uid, { sub, epoch });
    return pageOutcome(codePage(contextOf(step, error), { base: baseOf(step), proof }), error);
  }

  /** What the page before has proven; undefined too when the account has another password by now, or is gone. */
  private async goOnWith(step: Step, text: string): Promise<Proof | undefined> {
    const proof = await this.parts.proofs.read(step.uid, text);
    const account = proof && (await this.parts.accounts.find(proof.sub));
    return account && epochOf(account) === proof.epoch ? proof : undefined;
  }

  private async showEnrolment(step: Step, begun: Proof & { secret: string }, error?: PageError): Promise<Outcome> {
    const account = await this.parts.accounts.find(begun.sub);
    const label = (account && (await this.parts.accounts.nameOf(account))) ?? 'Lotsennetz';
    const view = {
      base: baseOf(step),
      proof: await this.parts.proofs.write(step.uid, begun),
      qrCode: await QRCode.toDataURL(totpAddress(begun.secret, label), { margin: 2, width: 448 }),
      secret: begun.secret,
    };
    return pageOutcome(enrolPage(contextOf(step, error), view), error);
  }
}

const passwordErrors: Readonly<Record<Exclude<Guess, 'right'>, PageError>> = {
  wrong: { field: 'password', text: ({ wrong }) => wrong },
  locked: { text: ({ locked }) => locked },
};
const codeErrors: Readonly<Record<Exclude<Guess, 'right'>, PageError>> = {
  wrong: { field: 'code', text: ({ wrongCode }) => wrongCode },
  locked: { text: ({ locked }) => locked },
};

function signedIn(sub: string, amr: string[], acr = amr.includes('otp') ? secondFactorAcr : undefined): Outcome {
  return {
    kind: 'signed-in',
    // Not remembered: the platform's own session says how long somebody stays.
    result: { login: { accountId: sub, amr, remember: false, ...(acr === undefined ? {} : { acr }) } },
  };
}

function pageOutcome(page: Page, error?: PageError): Outcome {
  return { kind: 'page', page, wrong: error !== undefined };
}

function contextOf({ language }: Step, error?: PageError): PageContext {
  return error ? { language, error } : { language };
}

function baseOf({ uid }: Step): string {
  return `/identity/interaction/${uid}`;
}
