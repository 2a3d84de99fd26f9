import { text, url, words, type Setting } from '../config-values.js';

/** Where people sign in. */
export const signInSettings = {
  oidcIssuer: {
    variable: 'LOTSENNETZ_OIDC_ISSUER',
    fallback: '',
    meaning:
      'OpenID provider that people sign in at, such as https://keycloak.example.org/realms/lotsennetz; empty: the embedded one.',
    parse: url,
  },
  oidcClientId: {
    variable: 'LOTSENNETZ_OIDC_CLIENT_ID',
    fallback: 'lotsennetz',
    meaning: 'How that provider knows this platform.',
    parse: text,
  },
  oidcClientSecret: {
    variable: 'LOTSENNETZ_OIDC_CLIENT_SECRET',
    fallback: '',
    meaning: 'Secret of this platform at that provider.',
    parse: text,
  },
  oidcScopes: {
    variable: 'LOTSENNETZ_OIDC_SCOPES',
    fallback: 'profile',
    meaning:
      'What is asked for beside openid; for Keycloak with organizations profile organization:*, or who belongs to several is of none.',
    parse: words,
  },
  oidcTenantClaim: {
    variable: 'LOTSENNETZ_OIDC_TENANT_CLAIM',
    fallback: '',
    meaning:
      'Claim that names the tenants somebody may enter, such as organization; a membership is needed too. Empty: memberships alone decide.',
    parse: text,
  },
  oidcSecondFactor: {
    variable: 'LOTSENNETZ_OIDC_SECOND_FACTOR',
    fallback: 'mfa,otp,hwk',
    meaning:
      'Values of amr or acr that count as a second factor, which staff must show; asked for as acr_values when it was missing.',
    parse: words,
  },
} satisfies Record<string, Setting<unknown>>;
