import { Controller, Get, HttpStatus } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Deployment, type Progress } from '../deployment.js';
import { PlatformPage } from '../access/need.js';
import { Problem } from './problem.js';

/** What this process serves, and since when no news of who may do what has come. */
export interface ReadyAnswer {
  readonly status: 'ready';
  readonly services: readonly string[];
  readonly grants?: { readonly since: string };
}

@ApiTags('platform')
@Controller('health')
export class HealthHttp {
  constructor(private readonly deployment: Deployment) {}

  /**
   * For load balancers: 200 as soon as every service of this process can answer. `grants` is there while no news of who
   * may do what comes, and the last known holds: still 200, or a bus that is away would take every replica out.
   */
  @Get('ready')
  @PlatformPage()
  @ApiOkResponse({ description: '{status: "ready", services, grants?: {since}}' })
  ready(): ReadyAnswer {
    if (!this.deployment.ready)
      throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, 'starting', 'The services are still starting.');
    const { services, grantsHeldSince: since } = this.deployment;
    return { status: 'ready', services: services.map(({ name }) => name), ...(since ? { grants: { since } } : {}) };
  }

  /** For operators and drills: how far events have travelled. */
  @Get('progress')
  @PlatformPage()
  @ApiOkResponse({ description: '{still, backlog, at}' })
  progress(): Promise<Progress> {
    return this.deployment.progress();
  }

  /** For supervisors: 200 while the process lives. */
  @Get('live')
  @PlatformPage()
  @ApiOkResponse({ description: '{status: "live"}' })
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }
}
