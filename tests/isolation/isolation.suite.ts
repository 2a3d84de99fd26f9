import { readDocument, type ApiDocument } from '../fuzz/api-document.js';
import { Harvest } from '../fuzz/harvest.js';
import { settle } from '../fuzz/settlement.js';
import type { Answer } from '../http-client.js';
import { PlatformUnderTest } from '../platform-under-test.js';
import { reaches } from './attack.js';
import { canaryOf, plant, type Party } from './canaries.js';
import { median, tryIsolation, type IsolationReport, type Send } from './isolation-run.js';

const roles = ['administrator', 'coordinator', 'trainer', 'carrier-manager', 'analyst'] as const;
const tenants = ['siegen', 'kreuztal', 'netphen'] as const;

/** The same checks for the short and the long form. */
export function describeIsolation(form: {
  readonly calls: number;
  readonly seed: number;
  readonly timeoutMs: number;
}): void {
  describe(`${form.calls} calls for other tenants' things (repeat with LOTSENNETZ_SEED=${form.seed})`, () => {
    const platform = new PlatformUnderTest();
    const parties: Party[] = [];
    let document: ApiDocument;
    let report: IsolationReport;
    const planted = new Map<string, number>();
    const send: Send = (message) => platform.process.http.send(message);

    beforeAll(async () => {
      for (const tenant of tenants) {
        await platform.foundTenant(tenant);
        const tokens = new Map<string, string>();
        for (const role of roles) tokens.set(role, await platform.createToken(tenant, role));
        const sessions = new Map<string, Readonly<Record<string, string>>>();
        for (const role of roles) sessions.set(role, await platform.signIn(tenant, role));
        parties.push({ tenant, tokens, sessions, harvest: new Harvest() });
      }
      await platform.start();
      await platform.settled();
      document = await readDocument(platform.process.http);
      for (const party of parties) {
        if (party.tenant !== 'netphen')
          await settle(platform, { ...party, token: party.tokens.get('administrator') ?? '' });
        planted.set(party.tenant, await plant(platform.process.http, document, party));
      }
      await platform.settled();
      report = await tryIsolation(send, { document, parties }, form);
      const { calls, compared, foreignMs, unknownMs } = report;
      process.stderr.write(
        `${calls} calls, ${compared} pairs compared; a foreign thing took ${median(foreignMs).toFixed(2)} ms, an unknown one ${median(unknownMs).toFixed(2)} ms (median)\n`,
      );
    }, form.timeoutMs);
    afterAll(() => platform[Symbol.asyncDispose]());

    it('canaries are planted in every tenant, and its own people see them', async () => {
      for (const { tenant, tokens, sessions } of parties) {
        expect(planted.get(tenant)).toBeGreaterThanOrEqual(6);
        const byToken = { authorization: `Bearer ${tokens.get('administrator') ?? ''}` };
        const path = `/registration/${tenant}/volunteers?q=${canaryOf(tenant)}`;
        for (const headers of [byToken, sessions.get('administrator') ?? {}])
          expect((await send({ method: 'GET', path, headers })).text).toContain(canaryOf(tenant));
      }
    });

    it('show no canary, fail nowhere, and tell nothing foreign from nothing at all', () => {
      expect([...report.faults].map(([fault, example]) => `${fault}\n    ${example}`)).toEqual([]);
    });

    it('went to every operation in every way', () => {
      expect(report.calls).toBeGreaterThanOrEqual(form.calls);
      expect(report.compared).toBeGreaterThan(form.calls / 10);
      expect(report.bySession).toBeGreaterThan(form.calls / 10);
      const all = new Set([...report.reached.values()].flatMap((each) => [...each]));
      for (const reach of reaches) expect(report.reached.get(reach)?.size ?? 0).toBeGreaterThan(all.size / 2);
    });

    it(
      'would find a platform that lets others in',
      async () => {
        const leaky: Send = (message) => send({ ...message, headers: { ...message.headers, ...keyTo(message.path) } });
        const { faults } = await tryIsolation(leaky, { document, parties }, { seed: form.seed, calls: 300 });
        expect([...faults.keys()].join('\n')).toMatch(/200 at another tenant's address/);
      },
      form.timeoutMs,
    );

    it(
      'would find a canary in a body and in a header, and a foreign id that is answered unlike an unknown one',
      async () => {
        const victim = tenants.map(canaryOf).join();
        const talkative: Send = async (message) => {
          const answer = await send(message);
          if (!tenants.some((tenant) => message.path.split('/')[2] === tenant)) return answer;
          const headers = { ...answer.headers, 'x-hint': victim };
          return { ...answer, headers, text: `${answer.text}${victim}` } satisfies Answer;
        };
        const { faults } = await tryIsolation(talkative, { document, parties }, { seed: form.seed, calls: 100 });
        expect([...faults.keys()].join('\n')).toMatch(/in the body/);
        expect([...faults.keys()].join('\n')).toMatch(/in the x-hint/);
        expect([...faults.keys()].join('\n')).toMatch(/unlike an unknown one/);
      },
      form.timeoutMs,
    );

    /** The credentials of whoever the address belongs to: a platform that forgets to ask. */
    function keyTo(path: string): Record<string, string> {
      const owner = parties.find(({ tenant }) => tenant === path.split('/')[2]);
      return owner ? { authorization: `Bearer ${owner.tokens.get('administrator') ?? ''}` } : {};
    }
  });
}
