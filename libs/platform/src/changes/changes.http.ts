import { Controller, Get, Header, Headers, HttpStatus, StreamableFile, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Needs, office } from '../access/need.js';
import { Context, type RequestContext } from '../http/context.js';
import { Problem } from '../http/problem.js';
import { ChangeFeed } from './change-feed.js';

const eventStream = 'text/event-stream';

/**
 * `GET /{service}/{tenant}/changes`: that something has changed, so that a page that is open can read it anew. It names
 * views, no rows: what one may read of them, reading decides.
 */
export function changesHttp(service: string): Type {
  @ApiTags(service)
  @Controller(`${service}/:tenant/changes`)
  class ChangesHttp {
    constructor(private readonly feed: ChangeFeed) {}

    @Get()
    @Needs(...office)
    @Header('cache-control', 'no-store')
    // nginx would gather the stream before it passes any of it on.
    @Header('x-accel-buffering', 'no')
    @ApiProduces(eventStream)
    @ApiOkResponse({
      description: 'Server-sent events `{views, position}` for `Accept: text/event-stream`; 406 for anything else.',
    })
    changes(@Context() { scope }: RequestContext, @Headers('accept') accept: string | undefined): StreamableFile {
      if (!accept?.includes(eventStream))
        throw new Problem(HttpStatus.NOT_ACCEPTABLE, 'not-acceptable', `Ask for ${eventStream}.`);
      return new StreamableFile(this.feed.listen(scope.tenant), { type: eventStream });
    }
  }
  return ChangesHttp;
}
