import { NeedsOperator, ServiceRuntime, type KnownTenant, type ListAnswer } from '@lotsennetz/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

@ApiTags('registration')
@Controller('registration/platform/tenants')
export class AllTenantsHttp {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** All of them at once: a platform has dozens. */
  @Get()
  @NeedsOperator()
  @ApiOkResponse({ description: '{items, next}: every tenant with its settings, and nothing of its people.' })
  list(): ListAnswer<KnownTenant> {
    const items = [...this.runtime.access.all()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { items, next: null };
  }
}
