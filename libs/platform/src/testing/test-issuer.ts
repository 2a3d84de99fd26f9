import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's OpenID provider, which signs whatever a test wants to be said of whoever comes. */
export class TestIssuer {
  url = '';
  claims: Record<string, unknown> = {};
  alg = 'ES256';
  readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  signsWith: KeyObject = this.keys.privateKey;
  private readonly server: Server = createServer((request, answer) => {
    const body = this.answerTo(request.url ?? '');
    answer.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
  });

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** What an honest provider says to the platform, for five minutes. */
  claimsAbout(sub: string, nonce: string | undefined): Record<string, unknown> {
    const now = Math.floor(Date.now() / 1_000);
    return { iss: this.url, aud: 'lotsennetz', sub, iat: now, exp: now + 300, nonce };
  }

  private answerTo(path: string): object | undefined {
    const { url } = this;
    if (path === '/.well-known/openid-configuration')
      return {
        issuer: url,
        authorization_endpoint: `${url}/auth`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256'],
      };
    if (path === '/jwks')
      return { keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }] };
    if (path === '/token') return { access_token: 'x', token_type: 'Bearer', id_token: this.idToken() };
    return undefined;
  }

  private idToken(): string {
    const text = `${encode({ alg: this.alg, kid: 'one' })}.${encode(this.claims)}`;
    const key = { key: this.signsWith, dsaEncoding: 'ieee-p1363' as const };
    return `${text}.${this.alg === 'none' ? '' : sign('sha256', Buffer.from(text), key).toString('base64url')}`;
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
