import { randomIds } from '@lotsennetz/kernel';
import type { IdentityHost } from '@lotsennetz/platform';
import type { Accounts } from '../accounts/accounts.js';
import type { Links } from '../accounts/links.js';
import { languages, type Language } from '../texts.js';

interface Wish {
  readonly email: string;
  readonly language: Language;
  /** Lets somebody in who has no account yet. */
  readonly invitation: { readonly tenant: string; readonly text: string } | undefined;
}

/** Mails links to choose a password. Nobody waits for it: how long it takes would tell whether there is an account. */
export class LinkMail {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly parts: { readonly host: IdentityHost; readonly accounts: Accounts; readonly links: Links },
  ) {}

  send(wish: Wish): void {
    const work = this.deliver(wish)
      .catch(() => this.parts.host.warn('a link for a password could not be mailed'))
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  /** Resolves when what was asked for is out. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async deliver({ email, language, invitation }: Wish): Promise<void> {
    const { host, accounts, links } = this.parts;
    const sub = await accounts.subOf(email);
    if (!invitation && !(await accounts.find(sub))) return;
    const token = await links.make(sub);
    if (token === undefined) return;
    const back = invitation ? `?to=${encodeURIComponent(`/join/${invitation.tenant}/${invitation.text}`)}` : '';
    const link = `${host.address.publicUrl}/identity/password/${token}${back}`;
    const { mailSubject: subject, mailText } = languages[language];
    const delivery = await host.mail.deliver({
      messageId: `${randomIds.next()}@${new URL(host.address.publicUrl).hostname}`,
      tenant: 'platform',
      to: { name: '', address: email },
      subject,
      text: mailText.replace('{link}', link),
      language,
      date: host.clock.now(),
    });
    if (delivery !== 'delivered') host.warn(`a link for a password was ${delivery}`);
  }
}
