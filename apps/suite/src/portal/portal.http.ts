import { notFound, PlatformPage } from '@lotsennetz/platform';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { services } from '../services.js';
import { portalFolder, PortalFiles, type PortalFile } from './portal-files.js';

/** As much of Fastify's request and answer as this needs. */
interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
interface Reply {
  status(code: number): Reply;
  headers(values: Readonly<Record<string, string>>): Reply;
  redirect(to: string, code: number): unknown;
  send(body: Buffer): unknown;
}

/** First segments that belong to programs: what is not there is told as a problem, never as a page. */
const apis = new Set([
  ...services.map(({ name }) => name),
  ...['api', 'status', 'health', 'metrics', 'session', 'login', 'logout', 'identity', 'join', 'assets'],
]);

/** The portal: static files, and its page for every address a person may come to. */
@ApiExcludeController()
@Controller()
export class PortalHttp {
  private readonly files = new PortalFiles(portalFolder);

  /** Only reached by what no other route answers. */
  @Get(['', '*'])
  @PlatformPage()
  show(@Req() request: Asked, @Res() reply: Reply): void {
    const path = pathOf(request.url);
    const encodings = text(request.headers['accept-encoding']);
    const file = path === '' ? undefined : this.files.file(path, encodings);
    if (file) send(reply.status(200), file);
    else if (apis.has(path.split('/')[0] ?? '') || !isNavigation(path, request)) throw notFound();
    else this.page(path, reply, encodings);
  }

  private page(path: string, reply: Reply, encodings: string): void {
    const index = this.files.file('index.html', encodings);
    if (index) send(reply.status(isPortalPath(path) ? 200 : 404), index);
    // From source, in tests and where only services run, nobody has built the portal.
    else if (path === '') reply.redirect('/status', 302);
    else throw notFound();
  }
}

/** Addresses below `/t/` are the portal's own; what they lead to, it knows itself. */
function isPortalPath(path: string): boolean {
  return ['', 'barrierefreiheit'].includes(path) || path.startsWith('t/');
}

// A browser that goes somewhere asks for a page; a program that calls an address does not.
function isNavigation(path: string, { headers }: Asked): boolean {
  return path === '' || text(headers['accept']).includes('text/html');
}

function send(reply: Reply, { type, cacheControl, bytes, encoding }: PortalFile): void {
  reply
    .headers({
      'content-type': type,
      'cache-control': cacheControl,
      vary: 'accept-encoding',
      ...(encoding ? { 'content-encoding': encoding } : {}),
    })
    .send(bytes);
}

function pathOf(url: string): string {
  return url.slice(1).replace(/[?#].*$/s, '');
}

function text(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}
