import { Deployment, PlatformPage, SessionParts } from '@lotsennetz/platform';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { stateOf, type PlatformState } from './platform-state.js';
import { stateDocument, stateStyle } from './state-document.js';

/** A small page with the state of the platform; on the example, whose people are fictional, with figures of each tenant. */
@ApiExcludeController()
@Controller()
export class StateHttp {
  constructor(
    private readonly deployment: Deployment,
    private readonly people: SessionParts,
  ) {}

  @Get('status')
  @PlatformPage()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async status(): Promise<string> {
    return stateDocument(await this.state());
  }

  /** The same for programs. */
  @Get('status/state.json')
  @PlatformPage()
  @Header('cache-control', 'no-store')
  state(): Promise<PlatformState> {
    return stateOf(this.deployment, { figures: this.people.isDemo() });
  }

  @Get('status/style.css')
  @PlatformPage()
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return stateStyle;
  }
}
