import { join } from 'node:path';
import formBody from '@fastify/formbody';
import { mailFolder, type IdentityHost } from '@lotsennetz/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { Accounts } from './accounts/accounts.js';
import { Attempts } from './accounts/attempts.js';
import { ForsakenAccounts } from './accounts/forsaken-accounts.js';
import { Links } from './accounts/links.js';
import type { DemoPerson } from './demo.js';
import { interactionRoutes } from './interaction/interaction.routes.js';
import { LinkMail } from './interaction/link-mail.js';
import { passwordRoutes } from './interaction/password.routes.js';
import { Proofs } from './interaction/proof.js';
import { Steps } from './interaction/steps.js';
import { signOutScript } from './pages/password.pages.js';
import { accountFinder } from './provider/account-finder.js';
import { CurrentProvider } from './provider/current-provider.js';
import { sweepProviderDocuments } from './provider/document-adapter.js';
import { providerPages } from './provider/provider-pages.js';
import { sweepMails } from './sweep-mails.js';
import { keepSweeping } from './sweeper.js';

/** Serves `/identity/...`: the pages for people, and the provider's own addresses for programs. */
export async function mountProvider(
  server: FastifyInstance,
  host: IdentityHost,
  people: () => readonly DemoPerson[],
): Promise<{ close(): Promise<void> }> {
  const { documents, keys, clock } = host;
  const accounts = new Accounts(documents, keys, clock);
  const attempts = new Attempts(documents, keys, clock);
  const links = new Links(documents, clock);
  const forsaken = new ForsakenAccounts({ ...host, accounts });
  const mail = new LinkMail({ host, accounts, links });
  const findAccount = accountFinder(accounts, people);
  const current = new CurrentProvider({ host, findAccount, pages: providerPages });
  await Promise.all([accounts, attempts, links, forsaken, current].map((each) => each.open()));
  const provider = () => current.get();
  const steps = new Steps({ accounts, attempts, proofs: new Proofs(keys, clock), people });
  await server.register(
    async (pages) => {
      // Forms of HTML are taken here and nowhere else.
      await pages.register(formBody, { bodyLimit: 16_384 });
      pages.get('/sign-out.js', (_, reply) => reply.type('text/javascript; charset=utf-8').send(signOutScript));
      interactionRoutes(pages, { steps, provider });
      passwordRoutes(pages, { host, accounts, links, mail });
    },
    { prefix: '/identity' },
  );
  await server.register(
    (rest) => {
      // The provider reads bodies itself.
      rest.removeAllContentTypeParsers();
      rest.addContentTypeParser('*', (_request, _payload, done) => done(null));
      rest.all('/*', { config: { rateLimit: { max: 300, timeWindow: 60_000 } } }, (request, reply) =>
        handOver(request, reply, { host, provider }),
      );
      return Promise.resolve();
    },
    { prefix: '/identity' },
  );
  const sweeping = keepSweeping(
    [
      () => attempts.sweep(),
      () => links.sweep(),
      () => forsaken.sweep(),
      () => sweepProviderDocuments(documents),
      () => sweepMails(join(mailFolder(host.config), 'platform')),
    ],
    (notice) => host.warn(notice),
  );
  return {
    close: async () => {
      await sweeping.close();
      await mail.settled();
    },
  };
}

async function handOver(
  request: FastifyRequest,
  reply: FastifyReply,
  { host, provider: current }: { readonly host: IdentityHost; readonly provider: () => Promise<Provider> },
): Promise<void> {
  const provider = await current();
  const { raw } = request;
  const { host: publicHost, protocol } = new URL(host.address.publicUrl);
  // Addresses the provider answers with are the public ones, whatever host a client or proxy names.
  delete raw.headers['x-forwarded-host'];
  raw.headers.host = publicHost;
  raw.headers['x-forwarded-proto'] = protocol.slice(0, -1);
  const whole = raw.url ?? '/identity';
  Object.assign(raw, { originalUrl: whole });
  raw.url = whole.slice('/identity'.length) || '/';
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
  reply.hijack();
  await provider.callback()(raw, reply.raw);
}
