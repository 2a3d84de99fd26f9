import type { Clock, EnvelopeKeys, Keys } from '@lotsennetz/kernel';
import { Logger, type Type } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { openMail } from '../mail/open-mail.js';
import { openDocuments } from '../open-ports.js';
import type { ServiceRuntime } from '../service-runtime.js';
import type { EmbeddedIdentity } from './embedded-identity.js';
import { invitingIn, openInvitationsIn } from './inviting.js';
import { JoinHttp } from './join.http.js';
import { LoginHttp } from './login.http.js';
import { membershipsIn } from './memberships.js';
import { SessionHttp } from './session.http.js';
import { SessionParts } from './session-parts.js';
import { SignIns } from './sign-ins.js';

const logger = new Logger('identity');

export interface Closable {
  close(): Promise<void>;
}

/** What a process has for people, beside its services. */
export interface PeopleParts extends Closable {
  readonly sessions: SessionParts;
  readonly signIns: SignIns;
  readonly controllers: readonly Type[];
  /** Serves the embedded provider, where it belongs to this process. */
  mount(server: FastifyInstance): Promise<void>;
}

interface Host {
  readonly config: Config;
  readonly keys: Keys & Pick<EnvelopeKeys, 'forgotten'>;
  readonly clock: Clock;
  readonly address: { readonly publicUrl: string; readonly port: number | undefined };
}

/** Sessions for every process; the way in where the issuer can be reached: anywhere, or beside the embedded one. */
export function servePeople(
  { identity, headless = false }: { readonly identity?: EmbeddedIdentity; readonly headless?: boolean },
  { host, runtimes }: { readonly host: Host; readonly runtimes: ReadonlyMap<string, ServiceRuntime> },
): PeopleParts {
  const { config } = host;
  const inviting = invitingIn(runtimes.values(), host.keys);
  const memberships = membershipsIn(runtimes.values());
  const sessions = new SessionParts({
    ...host,
    documents: openDocuments(config, 'sessions'),
    memberships,
    isDemo: () => identity?.isDemo(config) ?? false,
    inviting,
  });
  const embedded = config.oidcIssuer === '' && runtimes.has('registration') && !headless ? identity : undefined;
  const canSignIn = embedded !== undefined || config.oidcIssuer !== '';
  const mounted: Closable[] = [sessions];
  const withDocuments = () => {
    const documents = openDocuments(config, 'identity');
    mounted.push(documents);
    return documents;
  };
  const ownAccounts = config.oidcIssuer === '' ? identity : undefined;
  return {
    sessions,
    signIns: new SignIns({
      sessions: sessions.sessions,
      keepsAccounts: ownAccounts !== undefined,
      forgotten: () => host.keys.forgotten(),
      openAccounts: async () => ownAccounts?.openAccounts({ ...host, documents: withDocuments() }),
    }),
    controllers: canSignIn ? [LoginHttp, JoinHttp, SessionHttp] : [SessionHttp],
    mount: async (server) => {
      if (!embedded) return;
      const documents = withDocuments();
      const mail = openMail(config);
      mounted.push(mail);
      mounted.unshift(
        await embedded.mount(server, {
          ...host,
          documents,
          mail,
          endSessionsOf: async (identity) => {
            await sessions.sessions.endAllOf(identity);
          },
          belongsSomewhere: async (identity) => (await memberships(identity)).length > 0,
          isOpenInvitation: openInvitationsIn(runtimes.values(), host.keys),
          warn: (notice) => logger.warn(notice),
        }),
      );
    },
    close: async () => {
      for (const each of mounted) await each.close();
    },
  };
}
