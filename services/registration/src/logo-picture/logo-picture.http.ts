import { loadState } from '@lotsennetz/kernel';
import { Context, notFound, PathId, Public, ServiceRuntime, type RequestContext } from '@lotsennetz/platform';
import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { logo, pictureTypes } from '../logo/logo.stream.js';

@ApiTags('registration')
@Controller('registration/:tenant/logo/:version')
export class LogoPictureHttp {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** The logo, under an address that changes with it, so that browsers may keep it. An earlier version answers 404. */
  @Get()
  @Public()
  @Header('cache-control', 'public, max-age=31536000, immutable')
  // Whatever somebody has sent: opened by itself it may load and run nothing.
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @ApiProduces(...pictureTypes)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async show(@Context() { scope }: RequestContext, @PathId('version') version: string): Promise<StreamableFile> {
    const { state } = await loadState(this.runtime, logo, { scope, id: scope.tenant });
    if (state.status === 'none' || state.logo.version !== version) throw notFound();
    const bytes = Buffer.from(state.logo.picture, 'base64');
    return new StreamableFile(bytes, {
      type: state.logo.mediaType,
      disposition: `inline; filename="logo.${state.logo.mediaType.slice('image/'.length)}"`,
      length: bytes.length,
    });
  }
}
