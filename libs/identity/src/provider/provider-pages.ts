import { pageDocument } from '@lotsennetz/platform';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { languageOf } from '../interaction/answers.js';
import { noticePage, signOutPage } from '../pages/password.pages.js';
import { languages } from '../texts.js';

/** What the provider shows to people beside the pages of signing in. */
export const providerPages = {
  error: ((ctx) => {
    const language = languageIn(ctx);
    const { signIn: title, stepOver: text } = languages[language];
    ctx.type = 'html';
    ctx.body = pageDocument(noticePage({ language }, { title, text, way: { to: '/login', label: title } }));
  }) satisfies NonNullable<Configuration['renderError']>,
  logout: (ctx: KoaContextWithOIDC, form: string) => pageDocument(signOutPage({ language: languageIn(ctx) }, form)),
};

function languageIn({ query, headers }: Pick<KoaContextWithOIDC, 'query' | 'headers'>) {
  return languageOf({ query, headers });
}
