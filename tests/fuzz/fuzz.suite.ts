import { services } from '@lotsennetz/suite';
import { PlatformUnderTest } from '../platform-under-test.js';
import { isPublic, readDocument, type ApiDocument } from './api-document.js';
import { fuzz, type FuzzReport } from './fuzz-run.js';
import { Harvest } from './harvest.js';
import type { Parties } from './render.js';
import { settle } from './settlement.js';

const roles = ['administrator', 'coordinator', 'trainer', 'carrier-manager', 'analyst'] as const;

/** The same checks for the short and the long form. */
export function describeFuzz(form: {
  readonly requests: number;
  readonly seed: number;
  /** How many operations may go without a success, which some reach only by chance. */
  readonly mayMiss: number;
  readonly timeoutMs: number;
}): void {
  describe(`${form.requests} requests made from the platform's own document (repeat with LOTSENNETZ_SEED=${form.seed})`, () => {
    const platform = new PlatformUnderTest();
    let document: ApiDocument;
    let report: FuzzReport;
    beforeAll(async () => {
      const parties = await foundParties(platform);
      await platform.start();
      await platform.settled();
      const { own, other } = parties;
      await settle(platform, { ...own, token: own.tokens.get('administrator') ?? '' });
      await settle(platform, other);
      document = await readDocument(platform.process.http);
      report = await fuzz(platform, parties, form);
      process.stderr.write(summaryOf(report));
    }, form.timeoutMs);
    afterAll(() => platform[Symbol.asyncDispose]());

    it('are answered as they must be, and what is refused changes nothing', () => {
      expect([...report.faults].map(([fault, example]) => `${fault}\n    ${example}`)).toEqual([]);
    });

    it('reach the operations with success', () => {
      const missed = [...report.answers]
        .filter(([operation]) => canSucceed(operation, document))
        .filter(([, statuses]) => ![...statuses.keys()].some((status) => status < 300));
      expect(missed.slice(form.mayMiss).map(([operation]) => operation)).toEqual([]);
    });

    it('hardly ever find a view behind', () => {
      // Two seconds are enough except on a machine that has stopped breathing for as long.
      expect(report.viewBehind).toBeLessThanOrEqual(Math.floor(form.requests / 10_000));
    });

    it('leave the platform sound: it comes to rest, nothing is parked, nothing was logged', async () => {
      await platform.settled();
      expect(await platform.cli('parked', 'list')).toMatchObject({ status: 0, stdout: '' });
      expect(platform.process.logged).toBe('');
    }, 90_000);

    it('the document says of every operation what it answers and who may call', () => {
      const silent = Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods)
          .filter(([, operation]) => !saysWhatItAnswers(operation) || !(isPublic(operation) || operation['x-need']))
          .map(([method]) => `${method} ${path}`),
      );
      expect(silent).toEqual([]);
      expect(Object.keys(document.paths).length).toBeGreaterThan(services.length);
    });
  });
}

// Every service has the status of imports, but not every service takes any.
function canSucceed(operation: string, { paths }: ApiDocument): boolean {
  // Two tenants must have signed, and one have shared a course: no single caller's requests lead there.
  if (/\/shared-courses\/\{host\}|^POST .+\/shares$/.test(operation)) return false;
  // What a link must hold stands in a mail only.
  if (operation.includes('/linked-proposal')) return false;
  // A stream of changes never ends, so that it is asked for as JSON only, and refused.
  if (/^GET .+\/changes$/.test(operation)) return false;
  // No mail fails here, nobody comes by an invitation, and the clock has proposed nobody yet.
  if (/\/messages\/\{id\}\/retry$|\/second-factor\/reset$|\/objection$/.test(operation)) return false;
  const [, imports] = /^GET (.+\/imports\/)\{id\}$/.exec(operation) ?? [];
  return imports === undefined || Object.keys(paths).some((path) => path.startsWith(imports) && !path.endsWith('{id}'));
}

function saysWhatItAnswers({ responses }: ApiDocument['paths'][string][string]): boolean {
  return Object.entries(responses).some(
    ([status, { description, content }]) => status.startsWith('2') && (Boolean(description) || content !== undefined),
  );
}

async function foundParties(platform: PlatformUnderTest): Promise<Parties> {
  await platform.foundTenant('siegen');
  await platform.foundTenant('kreuztal');
  await platform.foundTenant('kreis', 'county');
  const tokens = new Map<string, string>();
  for (const role of roles) tokens.set(role, await platform.createToken('siegen', role));
  return {
    own: { tenant: 'siegen', tokens, harvest: new Harvest() },
    other: {
      tenant: 'kreuztal',
      token: await platform.createToken('kreuztal', 'administrator'),
      harvest: new Harvest(),
    },
  };
}

function summaryOf({ answers, viewBehind }: FuzzReport): string {
  const lines = [...answers].map(
    ([operation, statuses]) =>
      `  ${operation}: ${[...statuses]
        .sort(([a], [b]) => a - b)
        .map(([status, times]) => `${times} x ${status}`)
        .join(', ')}\n`,
  );
  return `${lines.sort().join('')}  views behind: ${viewBehind}\n`;
}
