import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { environment } from '@lotsennetz/platform';
import { demoIdentity } from '@lotsennetz/suite';
import { PlatformUnderTest } from '../platform-under-test.js';

const portal = join(import.meta.dirname, '../../apps/portal');

/** The people of the example, by what they may do in Siegen; the last of them in the county. */
const people = {
  administrator: 'Anke Weber',
  coordinator: 'Petra Koch',
  trainer: 'Jonas Brandt',
  'carrier-manager': 'Hanna Schütz',
  analyst: 'Mira Vogel',
  volunteer: 'Eine Lotsin',
  newcomer: 'Eine Familie',
  'county-analyst': 'Ruth Althaus',
} as const;

export type Role = keyof typeof people;

/** What a browser is: its language, its size, and who sits in front of it. */
export interface Visitor {
  readonly locale: 'de' | 'en' | 'ar';
  readonly role?: Role;
  readonly phone?: boolean;
}

/** The portal as it is built, served by the real suite with the example, and a browser to look at it. */
export class PortalUnderTest implements AsyncDisposable {
  private ended: Promise<number | null> | undefined;

  private constructor(
    private readonly under: PlatformUnderTest,
    private readonly browser: Browser,
    readonly url: string,
    private readonly token: string,
  ) {}

  static async open(): Promise<PortalUnderTest> {
    buildPortal();
    const under = new PlatformUnderTest();
    const { port } = await under.start(['start']);
    const token = await exampleToken(under.folder);
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    return new PortalUnderTest(under, browser, `http://localhost:${port}`, token);
  }

  /** A browser of its own: nobody else's drafts, cookies or language. */
  async visit({ locale, role, phone = false }: Visitor): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: this.url,
      locale,
      viewport: phone ? { width: 390, height: 844 } : { width: 1366, height: 900 },
    });
    if (role) await signInAs(context, role);
    return context;
  }

  /** Whoever of the example coordinates Siegen does so in another tenant, too. */
  async alsoCoordinates(tenant: string): Promise<void> {
    await this.under.join(tenant, 'coordinator', demoIdentity('koordinatorin'));
    // A page asks once what somebody may do, and the platform learns it from events of this process.
    await this.under.settled();
  }

  /** What the office would see of the platform, to find out what to look at. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks at what it expects
  async ask(path: string): Promise<any> {
    const answer = await fetch(`${this.url}${path}`, { headers: { authorization: `Bearer ${this.token}` } });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    return answer.json();
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
  do(path: string, body: object = {}): Promise<any> {
    return this.write('POST', path, body);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
  change(path: string, body: object): Promise<any> {
    return this.write('PATCH', path, body);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
  private async write(method: string, path: string, body: object): Promise<any> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${this.url}${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    return answer.json();
  }

  /** The same with a file of lines. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
  async send(path: string, csv: string): Promise<any> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'text/csv' };
    const answer = await fetch(`${this.url}${path}`, { method: 'POST', headers, body: csv });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }

  /** Ends the platform while browsers look at it. */
  async stop(): Promise<void> {
    this.ended ??= this.under.stop();
    await this.ended;
  }

  /** The addresses in mails to somebody in Siegen under which a proposal is answered. */
  answerLinks(to = ''): readonly string[] {
    const folder = join(this.under.folder, 'mail/siegen');
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('=\r\n', '').replaceAll('=3D', '='))
      .filter((mail) => /^To: (.*)$/im.exec(mail)?.[1]?.includes(to))
      .flatMap((mail) => /(\/t\/siegen\/vorschlag\?link=\S+)/.exec(mail)?.[1] ?? []);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
    await this.stop();
    await this.under[Symbol.asyncDispose]();
  }
}

/** As anybody who tries the platform would: to the sign-in page, and there the button with the person's name. */
async function signInAs(context: BrowserContext, role: Role): Promise<void> {
  const page = await context.newPage();
  await page.goto('/login?to=/');
  await page.getByRole('button', { name: people[role] }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForURL((url) => !url.pathname.startsWith('/identity'));
  await page.close();
}

/** Builds what people see, into the folder that the platform serves. */
export function buildPortal(): void {
  const run = spawnSync(process.execPath, [join(portal, '../../node_modules/vite/bin/vite.js'), 'build'], {
    cwd: portal,
    encoding: 'utf8',
    // Jest says `test`, which would build what developers see.
    env: { ...environment(), NODE_ENV: 'production' },
  });
  if (run.status !== 0) throw new Error(`the portal does not build: ${run.stderr}`);
}

async function exampleToken(folder: string): Promise<string> {
  const file = join(folder, 'demonstration.json');
  for (let tries = 600; tries > 0; tries--) {
    const read = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (read.includes('"loaded"')) return (JSON.parse(read) as { tokens: { siegen: string } }).tokens.siegen;
    await later(100);
  }
  throw new Error('the example was not loaded within a minute');
}
