import { Controller, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PlatformPage } from '../access/need.js';
import { dropCookie, readCookie, sessionCookie } from './cookies.js';
import { refuseForeignRequest } from './csrf.js';
import { SessionParts } from './session-parts.js';
import type { SessionMembership } from './memberships.js';
import type { Session } from './session.js';

/** What our own pages may know of who is signed in. */
export type SessionAnswer =
  | { readonly signedIn: false; readonly demo: boolean }
  | {
      readonly signedIn: true;
      readonly demo: boolean;
      readonly name?: string;
      /** To be sent as `X-CSRF-Token` with whatever changes something. */
      readonly csrfToken: string;
      readonly secondFactor: boolean;
      readonly memberships: readonly SessionMembership[];
    };

/** Where the browser goes next to sign out at the issuer too. */
export interface SignedOutAnswer {
  readonly to: string;
}

@ApiTags('platform')
@Controller()
export class SessionHttp {
  constructor(private readonly parts: SessionParts) {}

  /** Who is signed in, and what for. */
  @Get('session')
  @PlatformPage()
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ description: '{signedIn, demo, name?, csrfToken, secondFactor, memberships}' })
  async session(@Req() request: FastifyRequest): Promise<SessionAnswer> {
    const session = await this.parts.sessionOf(request);
    const demo = this.parts.isDemo();
    if (!session) return { signedIn: false, demo };
    return {
      signedIn: true,
      demo,
      ...(session.name === undefined ? {} : { name: session.name }),
      csrfToken: session.csrfToken,
      secondFactor: session.secondFactor,
      memberships: await this.parts.membershipsOf(session),
    };
  }

  /** Ends this session, here and at the issuer. Without one there is nothing to end. */
  @Post('logout')
  @PlatformPage()
  @HttpCode(200)
  @ApiOkResponse({ description: '{to}: where the browser goes next' })
  async logout(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedOutAnswer> {
    const session = await this.ownSession(request);
    const id = readCookie(request, sessionCookie);
    if (session && id !== undefined) await this.parts.sessions.end(id);
    return this.signedOut(reply, session);
  }

  /** Ends every session of this person, on every device. */
  @Post('logout/everywhere')
  @PlatformPage()
  @HttpCode(200)
  @ApiOkResponse({ description: '{to}: where the browser goes next' })
  async everywhere(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedOutAnswer> {
    const session = await this.ownSession(request);
    if (session) await this.parts.sessions.endAllOf(session.identity);
    return this.signedOut(reply, session);
  }

  private async ownSession(request: FastifyRequest): Promise<Session | undefined> {
    const session = await this.parts.sessionOf(request);
    if (session) refuseForeignRequest(request, session.csrfToken, this.parts.publicUrl);
    return session;
  }

  private async signedOut(reply: FastifyReply, session: Session | undefined): Promise<SignedOutAnswer> {
    void reply.header('set-cookie', dropCookie(sessionCookie)).header('cache-control', 'no-store');
    return { to: (session && (await this.parts.endUrl(session))) ?? '/' };
  }
}
