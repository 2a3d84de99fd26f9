import { PlatformPage, ServiceRuntime } from '@lotsennetz/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';

class PublicTenant {
  @ApiProperty()
  readonly id: string;
  @ApiProperty()
  readonly name: string;
  @ApiProperty()
  readonly kind: string;
}

class PublicTenants {
  @ApiProperty({ type: [PublicTenant] })
  readonly items: readonly PublicTenant[];
}

/** The public bodies and associations that one can turn to. Their names are on every poster. */
@ApiTags('registration')
@Controller('registration/tenants')
export class TenantListHttp {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** Ordered by name. */
  @Get()
  @PlatformPage()
  @ApiOkResponse({ type: PublicTenants })
  async list(): Promise<PublicTenants> {
    await this.runtime.access.catchUp();
    const items = this.runtime.access.all().map(({ id, name, kind }) => ({ id, name, kind }));
    return { items: items.sort((a, b) => a.name.localeCompare(b.name, 'de')) };
  }
}
