import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Needs } from '@lotsennetz/platform';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { appointMember, foundTenantNamed, identity, services } from '@lotsennetz/suite';
import { FakeClock } from '@lotsennetz/testing';
import { Controller, Get, Header, Post } from '@nestjs/common';
import { generateSync } from 'otplib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describeWithBrowser, findings, openBrowser } from './chromium.js';

@Controller('registration/:tenant')
class Desk {
  static notes = 0;

  @Get('desk')
  @Needs('coordinator')
  @Header('content-type', 'text/html; charset=utf-8')
  desk(): string {
    return '<!doctype html><title>Desk</title><h1>Mein Schreibtisch</h1>';
  }

  @Get('strongroom')
  @Needs('administrator')
  strongroom(): object {
    return {};
  }

  @Post('notes')
  @Needs('coordinator')
  note(): object {
    Desk.notes += 1;
    return {};
  }
}

const email = 'ines.demir@example.org';
const password = 'drei Enten auf dem Dach';

describeWithBrowser('signing in with a real browser', () => {
  const clock = new FakeClock('2026-03-02T08:00:00.000Z');
  let platform: TestDeployment;
  let foreign: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let secret = '';
  let address = '';

  beforeAll(async () => {
    const registration = services.find(({ name }) => name === 'registration')!;
    const atDesk = { ...registration, controllers: [...registration.controllers, Desk] };
    platform = await startForTest([atDesk], { clock, identity });
    address = platform.url.replace('127.0.0.1', 'localhost');
    const ports = platform.service('registration');
    await foundTenantNamed(ports, {
      id: 'siegen',
      name: 'Stadt Siegen',
      kind: 'municipality',
      timeZone: 'Europe/Berlin',
    });
    foreign = createServer((_, answer) =>
      answer.setHeader('content-type', 'text/html').end('<!doctype html><title>Foreign</title>'),
    );
    await new Promise<void>((resolve) => foreign.listen(0, resolve));
    browser = await openBrowser();
    context = await browser.newContext({ locale: 'de-DE' });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => foreign.close(resolve));
    await platform.close();
  });

  const session = () => page.evaluate(async () => (await fetch('/session')).json() as Promise<Record<string, unknown>>);
  const codeNow = () => generateSync({ secret, epoch: Date.parse(clock.now()) / 1_000 });
  const headline = () => page.locator('h1').innerText();
  const send = async () => {
    await page.getByRole('button', { name: /Anmelden|Bestätigen|Weiter|Speichern|schicken/ }).click();
  };
  const mailedLink = async () => {
    const folder = join(platform.folder, 'mail/platform');
    await platform.eventually(() => {
      expect(existsSync(folder) && readdirSync(folder).length).toBe(1);
      return Promise.resolve();
    });
    const mail = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8');
    return /http\S+\/identity\/password\/\S+/.exec(mail.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[0] ?? '';
  };
  const signIn = async () => {
    await page.goto(`${address}/login?to=/registration/siegen/desk`);
    await page.getByLabel('E-Mail-Adresse').fill(email);
    await page.getByLabel('Passwort', { exact: true }).fill(password);
    await send();
    clock.advance({ minutes: 1 });
    await page.getByLabel('Code').fill(codeNow());
    await send();
    expect(await headline()).toBe('Mein Schreibtisch');
  };

  it('nobody gets to the desk, and is told where to sign in', async () => {
    const answer = await page.goto(`${address}/registration/siegen/desk`);
    expect(answer?.status()).toBe(401);
    expect(await headline()).toBe('Bitte anmelden');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Anmelden' }).click();
    expect(page.url()).toContain('/identity/interaction/');
  });

  it.each(['de', 'en', 'ar', 'fa', 'uk'])(
    'the sign-in page is accessible in %s, also when it names a mistake',
    async (language) => {
      await page.goto(`${address}/login`);
      await page.goto(`${page.url()}?lang=${language}`);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await findings(page)).toEqual([]);
      await page.locator('#email').fill('nobody@example.org');
      await page.locator('#password').fill('no such password');
      await page.locator('button[type=submit]').click();
      expect(await page.locator('#password').getAttribute('aria-invalid')).toBe('true');
      expect(await page.evaluate('document.activeElement.id')).toBe('password');
      expect(await findings(page)).toEqual([]);
      await page.goto(`${address}/identity/forgotten?lang=${language}`);
      expect(await findings(page)).toEqual([]);
      clock.advance({ minutes: 16 });
    },
  );

  it('somebody invited makes an account, accepts, sets up a second factor and gets to the desk', async () => {
    await page.goto(`${address}/identity/forgotten?lang=de`);
    const person = { givenName: 'Ines', familyName: 'Demir', email };
    const { invitation } = await appointMember(platform.service('registration'), {
      tenant: 'siegen',
      person,
      roles: ['coordinator'],
    });
    await page.goto(`${address}/join/siegen/${invitation}`);
    expect(await page.locator('main').innerText()).toContain('Stadt Siegen lädt Sie ein');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Konto anlegen' }).click();
    await page.getByLabel('E-Mail-Adresse').fill(email);
    await send();
    await page.goto(await mailedLink());
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Neues Passwort', { exact: true }).fill(password);
    await page.getByLabel('Neues Passwort noch einmal').fill(password);
    await page.getByLabel('Ihr Name').fill('Ines Demir');
    await send();
    await page.getByRole('link', { name: 'Anmelden' }).click();
    await page.getByLabel('E-Mail-Adresse').fill(email);
    await page.getByLabel('Passwort', { exact: true }).fill(password);
    await send();
    expect(page.url()).toBe(`${address}/join/siegen/${invitation}`);
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Einladung annehmen' }).click();

    await page.getByRole('heading', { name: 'Zweiten Faktor einrichten' }).waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate<number>("document.querySelector('img').naturalWidth")).toBeGreaterThan(100);
    secret = (await page.locator('#secret').innerText()).replaceAll(' ', '');
    await page.getByLabel('Code').fill(codeNow());
    await send();
    expect(await headline()).toBe('Wiederherstellungscodes');
    expect(await page.locator('.codes li').count()).toBe(10);
    expect(await findings(page)).toEqual([]);
    await send();
    await page.goto(`${address}/registration/siegen/desk`);
    expect(await headline()).toBe('Mein Schreibtisch');
    expect(await session()).toMatchObject({ signedIn: true, name: 'Ines Demir', secondFactor: true });
  });

  it('the session is a cookie that no script reads and no other host gets', async () => {
    const cookies = await context.cookies();
    const found = cookies.find(({ name }) => name === '__Host-lotsennetz');
    expect(found).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/', domain: 'localhost' });
    expect(await page.evaluate('document.cookie')).not.toContain('__Host-');
  });

  it('who may not go somewhere is told so', async () => {
    const answer = await page.goto(`${address}/registration/siegen/strongroom`);
    expect(answer?.status()).toBe(403);
    expect(await headline()).toBe('Kein Zugriff');
    expect(await findings(page)).toEqual([]);
  });

  it('a page of a foreign origin changes nothing in the name of who is signed in', async () => {
    const own = await context.newPage();
    await own.goto(`http://localhost:${(foreign.address() as AddressInfo).port}/`);
    const target = `${address}/registration/siegen/notes`;
    const sent: string[] = [];
    own.on('request', (request) => {
      if (request.url() === target) sent.push(request.method());
    });
    await own.evaluate(async (url) => {
      await fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include' }).catch(() => undefined);
    }, target);
    await own.setContent(`<form method="post" action="${target}"><button>Win</button></form>`);
    await own.getByRole('button').click();
    await own.waitForURL(target);
    expect(await own.locator('body').innerText()).toContain('"code":"unsupported-media-type"');
    await own.close();
    expect([sent, Desk.notes]).toEqual([['POST', 'POST'], 0]);
    // What the browser keeps from the foreign page: the same request with this very cookie.
    const { value = '' } = (await context.cookies()).find(({ name }) => name === '__Host-lotsennetz') ?? {};
    const headers = { cookie: `__Host-lotsennetz=${value}`, 'sec-fetch-site': 'same-site' };
    const answer = await platform.call('POST', '/registration/siegen/notes', { headers });
    expect(answer).toMatchObject({ status: 403, body: { code: 'csrf' } });
    await page.goto(`${address}/registration/siegen/desk`);
    const status = await page.evaluate(async () => {
      const { csrfToken } = (await (await fetch('/session')).json()) as { csrfToken: string };
      return (await fetch('/registration/siegen/notes', { method: 'POST', headers: { 'x-csrf-token': csrfToken } }))
        .status;
    });
    expect([status, Desk.notes]).toEqual([201, 1]);
  });

  it('signing out ends the session here and at the provider, without another press', async () => {
    const to = await page.evaluate(async () => {
      const { csrfToken } = (await (await fetch('/session')).json()) as { csrfToken: string };
      const answer = await fetch('/logout', { method: 'POST', headers: { 'x-csrf-token': csrfToken } });
      return ((await answer.json()) as { to: string }).to;
    });
    await page.goto(to);
    await page.waitForURL(`${address}/`);
    expect((await page.goto(`${address}/registration/siegen/desk`))?.status()).toBe(401);
    await page.goto(`${address}/login`);
    expect(await headline()).toBe('Anmelden');
  });

  it('signing in again takes password and code', async () => {
    await signIn();
    expect(await session()).toMatchObject({ signedIn: true, secondFactor: true });
  });

  it('half an hour without use ends the session', async () => {
    clock.advance({ minutes: 29 });
    expect(await session()).toMatchObject({ signedIn: true });
    clock.advance({ minutes: 31 });
    expect(await session()).toMatchObject({ signedIn: false });
    expect((await page.goto(`${address}/registration/siegen/desk`))?.status()).toBe(401);
  });
});
