import { embeddedClientSecret, platformScope, type IdentityHost } from '@lotsennetz/platform';
import { Provider, type FindAccount } from 'oidc-provider';
import { configurationOf, type ProviderSettings } from './configuration.js';
import { DocumentAdapter } from './document-adapter.js';
import { SigningKeys } from './signing-keys.js';

const lookEveryMs = 60_000;

interface Parts {
  readonly host: IdentityHost;
  readonly findAccount: FindAccount;
  readonly pages: ProviderSettings['pages'];
}

/** The provider with the signing keys of now. It is made anew when they change; all its state lies in the store. */
export class CurrentProvider {
  private made: { readonly provider: Provider; readonly kids: string } | undefined;
  private lookedAt = 0;
  private looking: Promise<Provider> | undefined;
  private readonly signingKeys: SigningKeys;

  constructor(private readonly parts: Parts) {
    this.signingKeys = new SigningKeys(parts.host);
  }

  open(): Promise<void> {
    return this.signingKeys.open();
  }

  async get(): Promise<Provider> {
    const now = Date.parse(this.parts.host.clock.now());
    if (this.made && now - this.lookedAt < lookEveryMs) return this.made.provider;
    this.looking ??= this.look(now).finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async look(now: number): Promise<Provider> {
    const signingKeys = await this.signingKeys.current();
    this.lookedAt = now;
    const kids = signingKeys.map(({ kid }) => kid).join();
    if (this.made?.kids === kids) return this.made.provider;
    const { host, findAccount, pages } = this.parts;
    const { publicUrl } = host.address;
    const provider = new Provider(
      `${publicUrl}/identity`,
      configurationOf({
        publicUrl,
        signingKeys,
        findAccount,
        pages,
        clientSecret: await embeddedClientSecret(host.keys),
        cookieKey: Buffer.from(await host.keys.secret(platformScope, 'oidc-cookies')).toString('base64url'),
        adapter: (model) => new DocumentAdapter(model, host),
      }),
    );
    // Requests come with the public host name set by the mount; no header of a client decides on addresses.
    provider.proxy = true;
    this.made = { provider, kids };
    return provider;
  }
}
