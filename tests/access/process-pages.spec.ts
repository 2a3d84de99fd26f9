import type { EmbeddedIdentity } from '@lotsennetz/platform';
import { startForTest } from '@lotsennetz/platform/testing';
import { identity, PortalHttp, services, StateHttp } from '@lotsennetz/suite';
import { rules } from './rules.js';

const signIn = 'who signs in is nobody yet; lockout, links and proofs are tried in libs/identity';
const files = 'the same files for everybody, nobody’s data';

/** What the process serves beside the matrix: asked of nobody who they are, and why that is right. */
const open: Readonly<Record<string, string>> = {
  'GET /login': signIn,
  'GET /login/callback': 'takes a code of the issuer together with the cookie of the browser that began',
  'GET /login/style.css': files,
  'GET /join/:tenant/:invitation': 'knows a tenant’s name for its own signature alone',
  'GET /join/accept.js': files,
  'GET /identity/sign-out.js': files,
  'GET /identity/interaction/:uid': signIn,
  'POST /identity/interaction/:uid/password': signIn,
  'POST /identity/interaction/:uid/code': signIn,
  'POST /identity/interaction/:uid/enrol': signIn,
  'POST /identity/interaction/:uid/done': signIn,
  'POST /identity/interaction/:uid/demo': signIn,
  'GET /identity/forgotten': signIn,
  'POST /identity/forgotten': signIn,
  'GET /identity/password/:token': signIn,
  'POST /identity/password/:token': signIn,
  'ALL /identity/*': 'the OpenID provider asks for its own client, code or token',
  'GET /status': 'says whether everything runs; figures of the example alone',
  'GET /status/state.json': 'the same for programs',
  'GET /status/style.css': files,
  'GET /': files,
  'GET /*': files,
};

/** Every route that the suite's process serves, as its server learns of them, not only those of controllers. */
async function routesOfTheSuite(): Promise<readonly string[]> {
  const served = new Set<string>();
  const listening: EmbeddedIdentity = {
    ...identity,
    mount: (server, host) => {
      // Before its own routes, and before those of the controllers.
      server.addHook('onRoute', ({ method, url }) => {
        const methods = [method].flat().filter((each) => each !== 'HEAD');
        for (const each of methods.length > 5 ? ['ALL'] : methods) served.add(`${each} ${url}`);
      });
      return identity.mount(server, host);
    },
  };
  const platform = await startForTest(services, { pages: [StateHttp, PortalHttp], identity: listening });
  await platform.close();
  return [...served];
}

describe('the pages of the process itself', () => {
  let served: readonly string[] = [];
  beforeAll(async () => {
    served = await routesOfTheSuite();
  }, 60_000);

  const stray = (routes: readonly string[]) =>
    routes.filter((route) => !(route in rules) && !(route in open) && !isDocument(route));

  it('are in the matrix, or open to everybody for a reason', () => {
    expect(served.length).toBeGreaterThan(Object.keys(rules).length);
    expect(stray(served)).toEqual([]);
    expect(Object.keys(open).filter((route) => !served.includes(route))).toEqual([]);
    expect(Object.keys(open).filter((route) => route in rules)).toEqual([]);
  });
  it('would be missed when they are new', () => {
    expect(stray([...served, 'GET /debug'])).toEqual(['GET /debug']);
  });
});

/** Describes the interface to everybody; what it is made of, the generator of the pages names itself. */
function isDocument(route: string): boolean {
  return /^GET \/api\/(?:docs(?:\/|$)|openapi\.)/.test(route);
}
