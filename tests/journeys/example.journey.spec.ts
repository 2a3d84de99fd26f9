import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@lotsennetz/platform';
import { demoIdentity, demoPeople, PlatformClient, readAnswers, startSuite, type SuiteStart } from '@lotsennetz/suite';
import { clearTextIn } from './clear-text.js';

const examples = join(import.meta.dirname, '../../examples/siegen-kreuztal-2015');

interface Proposal {
  readonly requestId: string;
  readonly status: string;
  readonly reasons: readonly unknown[];
}

/** What somebody finds who has typed `npm start` and nothing else. */
describe('the example of the first start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-example-'));
  const config = readConfig({ PORT: '0', LOTSENNETZ_DATA: folder });
  let suite: SuiteStart;
  const start = () => startSuite({ config, example: true, onReady: () => undefined, onProgress: () => undefined });
  const of = (tenant: string) =>
    new PlatformClient(`http://127.0.0.1:${suite.deployment.port ?? 0}`, suite.example?.tokens[tenant] ?? '');
  const all = <Row>(tenant: string, path: string) => Array.fromAsync(of(tenant).all<Row>(path));

  beforeAll(async () => {
    suite = await start();
  });
  afterAll(async () => {
    await suite.deployment.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has certified 33 volunteers of Siegen and Kreuztal', async () => {
    const certificates = await Promise.all(
      ['siegen', 'kreuztal'].map((tenant) => all(tenant, `/training/${tenant}/certificates`)),
    );
    expect(certificates.map((each) => each.length)).toEqual([19, 14]);
    const reports = await Promise.all(
      ['siegen', 'kreuztal'].map((tenant) =>
        of(tenant).get<{ volunteers: object; certificates: { total: number } }>(
          `/reporting/${tenant}/reports/integration`,
        ),
      ),
    );
    expect(reports.map((report) => report.certificates.total)).toEqual([19, 14]);
    expect(reports.map((report) => report.volunteers)).toEqual([
      { interested: 0, active: 22, paused: 0, left: 0 },
      { interested: 0, active: 18, paused: 0, left: 0 },
    ]);
  });

  it.each(['siegen', 'kreuztal'])(
    'has a proposal with reasons, or a why-not, for every request of %s',
    async (tenant) => {
      const requests = await all<{ id: string; whyNot?: object | null }>(tenant, `/matching/${tenant}/requests`);
      const proposals = await all<Proposal>(tenant, `/matching/${tenant}/proposals`);
      expect(proposals.every((proposal) => proposal.reasons.length > 0)).toBe(true);
      const proposed = new Set(proposals.map((proposal) => proposal.requestId));
      for (const request of requests.filter(({ id }) => !proposed.has(id)))
        expect(request.whyNot).toEqual(expect.any(Object));
      const statuses = new Set(proposals.map((proposal) => proposal.status));
      expect([...statuses].sort()).toEqual(['accepted', 'confirmed', 'declined', 'open']);
      const placements = await all<{ visits: number }>(tenant, `/matching/${tenant}/placements`);
      expect(placements.length).toBeGreaterThan(0);
    },
  );

  it('serves a description of its interfaces that says what every route answers', async () => {
    interface Operation {
      readonly operationId: string;
      readonly responses: Readonly<Record<string, { readonly content?: object }>>;
    }
    const answer = await fetch(`http://127.0.0.1:${suite.deployment.port ?? 0}/api/openapi.json`);
    const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Operation>> };
    const operations = Object.values(paths).flatMap((each) => Object.values(each));
    const silent = ({ responses }: Operation) =>
      Object.entries(responses).some(([status, { content }]) => status.startsWith('2') && !content);
    const answers = readAnswers();
    expect(operations.filter(({ operationId }) => operationId in answers).length).toBeGreaterThan(100);
    expect(operations.filter((each) => each.operationId in answers && silent(each))).toEqual([]);
  });

  it('lets one be each of its people, in the role the sign-in page names', () => {
    for (const service of suite.deployment.services)
      for (const { key, tenant, role } of demoPeople)
        expect(service.access.grants.memberships.get(demoIdentity(key))).toMatchObject([{ tenant, roles: [role] }]);
    const volunteer = demoIdentity('lotsin');
    const [membership] = suite.deployment.service('training').access.grants.memberships.get(volunteer) ?? [];
    expect(membership?.subjectId).toEqual(expect.any(String));
  });

  it('has written no name, mail or phone in clear into any event, bus or view file', () => {
    const rosters = ['siegen', 'kreuztal'].map((tenant) =>
      readFileSync(join(examples, tenant, 'freiwillige.csv'), 'utf8'),
    );
    const needles = rosters.flatMap((roster) =>
      roster
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .flatMap((line) => line.split(';').slice(0, 4)),
    );
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.db(-wal|-shm)?$/.test(name),
    );
    expect(files.length).toBeGreaterThan(10);
    expect(
      clearTextIn(
        files.map((name) => join(folder, name)),
        needles,
      ),
    ).toEqual([]);
    // The scan can find something: the town is not sealed.
    expect(
      clearTextIn(
        files.map((name) => join(folder, name)),
        ['Kreuztal'],
      ),
    ).not.toEqual([]);
  });

  it('loads nothing twice', async () => {
    const heads = () => Promise.all(suite.deployment.services.map((service) => service.eventStore.head()));
    const before = await heads();
    await suite.deployment.close();
    suite = await start();
    await suite.deployment.settled();
    expect(suite.example?.loadedNow).toBe(false);
    expect(await heads()).toEqual(before);
  });
});
