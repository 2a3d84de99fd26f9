import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PlatformPage } from '../access/need.js';
import { invitationPage, joinScript, noInvitationPage } from './join-page.js';
import { pageDocument } from './page-document.js';
import { rightHostFor } from './public-address.js';
import { SessionParts } from './session-parts.js';

/** Where the link of an invitation leads: sign in or make an account, then accept. */
@ApiExcludeController()
@Controller('join')
export class JoinHttp {
  constructor(private readonly parts: SessionParts) {}

  @Get('accept.js')
  @PlatformPage()
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(): string {
    return joinScript;
  }

  @Get(':tenant/:invitation')
  @PlatformPage()
  async join(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('tenant') tenant: string,
    @Param('invitation') invitation: string,
  ): Promise<void> {
    const elsewhere = rightHostFor(request, this.parts.publicUrl);
    if (elsewhere !== undefined) {
      void reply.redirect(elsewhere, 302);
      return;
    }
    const tenantName = await this.parts.inviting(tenant, invitation);
    const session = await this.parts.sessionOf(request);
    const page =
      tenantName === undefined
        ? noInvitationPage
        : invitationPage({
            tenant,
            tenantName,
            invitation,
            signedInAs: session && (session.name ?? ''),
            mayMakeAccount: this.parts.hasEmbeddedProvider,
          });
    void reply
      .status(tenantName === undefined ? 404 : 200)
      .header('cache-control', 'no-store')
      // The address is the invitation.
      .header('referrer-policy', 'no-referrer')
      .type('text/html; charset=utf-8')
      .send(pageDocument(page));
  }
}
