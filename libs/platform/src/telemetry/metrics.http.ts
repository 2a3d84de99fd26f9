import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Deployment } from '../deployment.js';
import { PlatformPage } from '../access/need.js';

/** For Prometheus. Figures without tenants or people; still, an ingress leads nobody here. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsHttp {
  constructor(private readonly deployment: Deployment) {}

  @Get()
  @PlatformPage()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  async metrics(): Promise<string> {
    // Loaded with the first question: most processes on a laptop are never asked.
    const { prometheusText } = await import('./metric-export.js');
    return prometheusText(this.deployment.telemetry.metrics);
  }
}
