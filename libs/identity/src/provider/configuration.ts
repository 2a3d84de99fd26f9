import { embeddedClientId, secondFactorAcr } from '@lotsennetz/platform';
import type { JWK } from 'jose';
import {
  interactionPolicy,
  type Adapter,
  type Configuration,
  type FindAccount,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { wantsSecondFactor } from './second-factor-wish.js';

/** What is asked of the provider by name, beside the usual. */
export const extraParams = ['invitation'] as const;

const minute = 60;

export interface ProviderSettings {
  readonly publicUrl: string;
  readonly clientSecret: string;
  readonly cookieKey: string;
  /** The one that signs first. */
  readonly signingKeys: readonly JWK[];
  readonly adapter: (model: string) => Adapter;
  readonly findAccount: FindAccount;
  readonly pages: {
    readonly error: NonNullable<Configuration['renderError']>;
    readonly logout: (ctx: KoaContextWithOIDC, form: string) => string;
  };
}

/** One client, the platform; code flow with PKCE S256 and nothing else. */
export function configurationOf(settings: ProviderSettings): Configuration {
  const { publicUrl, pages } = settings;
  return {
    adapter: settings.adapter,
    findAccount: settings.findAccount,
    jwks: { keys: [...settings.signingKeys] },
    clients: [clientOf(settings)],
    cookies: { keys: [settings.cookieKey], long: cookie, short: cookie },
    responseTypes: ['code'],
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub', 'acr', 'amr'], profile: ['name'] },
    conformIdTokenClaims: false,
    acrValues: [secondFactorAcr],
    extraParams: [...extraParams],
    pkce: { required: () => true },
    interactions: { url: (_, { uid }) => `/identity/interaction/${uid}`, policy: policyWithSecondFactor() },
    loadExistingGrant: grantToOurselves,
    issueRefreshToken: (_, client, code) =>
      Promise.resolve(client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access')),
    // A stolen one is worth nothing once its owner has used it, and whoever comes second ends both.
    rotateRefreshToken: true,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = pages.logout(ctx, form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.redirect(`${publicUrl}/`);
        },
      },
    },
    renderError: pages.error,
    // A session here serves the step from the password to the second factor; the platform keeps people's sessions, and
    // one that outlived its idle time here would sign them in again without asking.
    ttl: {
      Session: 10 * minute,
      Interaction: 30 * minute,
      Grant: 12 * 60 * minute,
      AuthorizationCode: minute,
      AccessToken: 10 * minute,
      IdToken: 12 * 60 * minute,
      RefreshToken: 12 * 60 * minute,
    },
    enabledJWA: {
      idTokenSigningAlgValues: ['ES256'],
      requestObjectSigningAlgValues: ['ES256'],
      userinfoSigningAlgValues: ['ES256'],
    },
  };
}

const cookie = { signed: true, httpOnly: true, sameSite: 'lax', path: '/identity' } as const;

function clientOf({ publicUrl, clientSecret }: ProviderSettings) {
  return {
    client_id: embeddedClientId,
    client_secret: clientSecret,
    client_name: 'Lotsennetz',
    redirect_uris: [`${publicUrl}/login/callback`],
    post_logout_redirect_uris: [`${publicUrl}/`],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code' as const],
    token_endpoint_auth_method: 'client_secret_basic' as const,
    id_token_signed_response_alg: 'ES256' as const,
  };
}

/** Who has a session with a password alone must come back to the pages when a second factor is asked for. */
function policyWithSecondFactor() {
  const { Check, base } = interactionPolicy;
  const policy = base();
  policy.get('login')?.checks.add(
    new Check('second_factor_missing', 'a second factor is required', (ctx) => {
      const { params, session } = ctx.oidc;
      const wanted = wantsSecondFactor(params);
      return wanted && session?.acr !== secondFactorAcr ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
    }),
  );
  return policy;
}

// The only client is the platform itself: asking people whether they agree to sign in where they sign in tells them nothing.
const grantToOurselves: NonNullable<Configuration['loadExistingGrant']> = async (ctx) => {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grantId = session.grantIdFor(client.clientId);
  const known = grantId ? await provider.Grant.find(grantId) : undefined;
  if (known) return known;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile offline_access');
  await grant.save();
  return grant;
};
