import { Controller, Get, Header, Logger, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PlatformPage } from '../access/need.js';
import { pageDocument, pageStyle } from './page-document.js';
import { dropCookie, readCookie, sessionCookie, setCookie, signInCookie } from './cookies.js';
import { rightHostFor } from './public-address.js';
import { returnAddress } from './return-address.js';
import { SessionParts } from './session-parts.js';
import { signInSeconds, type Arrival, type Departure } from './sign-in.js';
import { failedSignIn } from './sign-in-failed.js';

/** Signing in: to the issuer and back. */
@ApiExcludeController()
@Controller('login')
export class LoginHttp {
  private readonly logger = new Logger('sign-in');

  constructor(private readonly parts: SessionParts) {}

  @Get()
  @PlatformPage()
  @RouteConfig({ rateLimit: {} })
  async login(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('to') to?: unknown): Promise<void> {
    const elsewhere = rightHostFor(request, this.parts.publicUrl);
    if (elsewhere !== undefined) {
      void reply.redirect(elsewhere, 302);
      return;
    }
    leave(reply, await this.parts.signIn.depart({ to: returnAddress(to), secondFactor: false }));
  }

  @Get('callback')
  @PlatformPage()
  @RouteConfig({ rateLimit: {} })
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const at = request.url.indexOf('?');
    const query = at < 0 ? '' : request.url.slice(at);
    const arrival = await this.parts.signIn.arrive(query, readCookie(request, signInCookie));
    await this.endEarlier(request, arrival);
    this.answer(reply, arrival);
  }

  @Get('style.css')
  @PlatformPage()
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  style(): string {
    return pageStyle;
  }

  // Signing in anew replaces the session of this browser; the old one must not live on unseen.
  private async endEarlier(request: FastifyRequest, arrival: Arrival): Promise<void> {
    const earlier = readCookie(request, sessionCookie);
    if (arrival.status === 'signed-in' && earlier !== undefined) await this.parts.sessions.end(earlier);
  }

  private answer(reply: FastifyReply, arrival: Arrival): void {
    switch (arrival.status) {
      case 'signed-in':
        void reply
          .header('set-cookie', [setCookie(sessionCookie, arrival.sessionId), dropCookie(signInCookie)])
          .header('cache-control', 'no-store')
          .redirect(arrival.to, 303);
        return;
      case 'second-factor-missing':
        leave(reply, arrival);
        return;
      case 'not-begun-here':
      case 'refused': {
        const page = failedSignIn(arrival);
        this.logger.warn(`sign-in ended: ${arrival.status === 'refused' ? arrival.reason : arrival.status}`);
        void reply
          .status(page.status)
          .header('set-cookie', dropCookie(signInCookie))
          .header('cache-control', 'no-store')
          .type('text/html; charset=utf-8')
          .send(pageDocument(page));
      }
    }
  }
}

function leave(reply: FastifyReply, { url, kept }: Departure): void {
  void reply
    .header('set-cookie', setCookie(signInCookie, kept, signInSeconds))
    .header('cache-control', 'no-store')
    .redirect(url, 302);
}
