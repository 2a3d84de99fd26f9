import { Controller, Get, HttpStatus } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Deployment, type Progress } from '../deployment.js';
import { PlatformPage } from '../access/need.js';
import { Problem } from './problem.js';

@ApiTags('platform')
@Controller('health')
export class HealthHttp {
  constructor(private readonly deployment: Deployment) {}

  /** For load balancers: 200 as soon as every service of this process can answer. */
  @Get('ready')
  @PlatformPage()
  @ApiOkResponse({ description: '{status: "ready", services}' })
  ready(): object {
    if (!this.deployment.ready)
      throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, 'starting', 'The services are still starting.');
    return { status: 'ready', services: this.deployment.services.map((service) => service.name) };
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
  live(): object {
    return { status: 'live' };
  }
}
