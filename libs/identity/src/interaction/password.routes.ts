import type { IdentityHost } from '@lotsennetz/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Accounts } from '../accounts/accounts.js';
import type { Links } from '../accounts/links.js';
import { refusePassword, type PasswordRefusal } from '../accounts/password.js';
import type { PageContext, PageError } from '../pages/page-parts.js';
import { choosePasswordPage, linkPage, linkSentPage, noticePage } from '../pages/password.pages.js';
import { languages } from '../texts.js';
import { languageOf, sendPage } from './answers.js';
import { formOf } from './forms.js';
import type { LinkMail } from './link-mail.js';

type Token = { Params: { token: string } };

const perMinute = { rateLimit: { max: 10, timeWindow: 60_000 } };

interface Parts {
  readonly host: IdentityHost;
  readonly accounts: Accounts;
  readonly links: Links;
  readonly mail: LinkMail;
}

/** A lost password, and the first one of somebody invited: by a link to the address, which proves that it is theirs. */
export function passwordRoutes(server: FastifyInstance, parts: Parts): void {
  server.get('/forgotten', async (request, reply) => {
    const invitation = await invitationOf(parts.host, request.query as Asked);
    const page = linkPage({ language: languageOf(request) }, invitation ? { invitation } : {});
    return sendPage(request, reply, { page, status: 200 });
  });
  server.post('/forgotten', { config: perMinute }, async (request, reply) => {
    const form = formOf(request);
    const context: PageContext = { language: languageOf(request) };
    const invitation = await invitationOf(parts.host, form);
    const { email = '' } = form;
    if (/^\S+@\S+$/.test(email.trim()))
      parts.mail.send({ email: email.trim(), language: context.language, invitation });
    return sendPage(request, reply, { page: linkSentPage(context), status: 200 });
  });
  server.get<Token>('/password/:token', async (request, reply) => {
    const { token } = request.params;
    const known = (await parts.links.find(token)) !== undefined;
    const context: PageContext = { language: languageOf(request) };
    const page = known ? choosePasswordPage(context, { action: actionOf(request) }) : linkOver(context);
    return sendPage(request, reply, { page, status: known ? 200 : 400 });
  });
  server.post<Token>('/password/:token', { config: perMinute }, async (request, reply) => {
    const page = await choose(parts, request);
    return sendPage(request, reply, page);
  });
}

async function choose({ host, accounts, links }: Parts, request: FastifyRequest<Token>) {
  const sub = await links.find(request.params.token);
  const context: PageContext = { language: languageOf(request) };
  if (sub === undefined) return { page: linkOver(context), status: 400 };
  const { password = '', again = '', name } = formOf(request);
  const refusal = refusePassword(password);
  const error = refusal ? passwordErrors[refusal] : password === again ? undefined : notEqual;
  if (error) return { page: choosePasswordPage({ ...context, error }, { action: actionOf(request) }), status: 422 };
  await links.dropOf(sub);
  const identity = await accounts.setPassword(sub, password, name?.trim().slice(0, 100));
  // Who took the password may have signed in with it.
  await host.endSessionsOf(identity);
  const { choosePassword: title, passwordSaved: text, signIn } = languages[context.language];
  const { to = '' } = (request.query ?? {}) as { readonly to?: string };
  const way = { to: `/login?to=${encodeURIComponent(to)}`, label: signIn };
  return { page: noticePage(context, { title, text, way }), status: 200 };
}

interface Asked {
  readonly tenant?: unknown;
  readonly invitation?: unknown;
}

/** The invitation that a form or address names, while it may be accepted: a used one must not make accounts for ever. */
async function invitationOf(host: IdentityHost, { tenant, invitation }: Asked) {
  if (typeof tenant !== 'string' || typeof invitation !== 'string') return undefined;
  return (await host.isOpenInvitation(tenant, invitation)) ? { tenant, text: invitation } : undefined;
}

function linkOver({ language }: PageContext) {
  const { resetTitle: title, linkOver: text, send: label } = languages[language];
  return noticePage({ language }, { title, text, way: { to: '/identity/forgotten', label } });
}

// Parts of an address that the browser sent go into the page as they are: escaped there.
function actionOf({ url }: Pick<FastifyRequest, 'url'>): string {
  return url;
}

const passwordErrors: Readonly<Record<PasswordRefusal, PageError>> = {
  'too-short': { field: 'password', text: ({ tooShort }) => tooShort },
  'too-long': { field: 'password', text: ({ tooLong }) => tooLong },
  'too-obvious': { field: 'password', text: ({ tooObvious }) => tooObvious },
};
const notEqual: PageError = { field: 'again', text: (texts) => texts.notEqual };
