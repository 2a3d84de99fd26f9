import { TenantScope } from '@lotsennetz/kernel';
import { AfterQuery, PlatformPage, ServiceRuntime, ViewReader } from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { logoVersion } from '../logo/logo-version.view.js';

class PublicTenant {
  @ApiProperty()
  readonly id: string;
  @ApiProperty()
  readonly name: string;
  @ApiProperty()
  readonly kind: string;
  @ApiPropertyOptional({ description: 'Version of the logo; absent where there is none.' })
  readonly logo?: string;
}

class PublicTenants {
  @ApiProperty({ type: [PublicTenant] })
  readonly items: readonly PublicTenant[];
}

/** The public bodies and associations that one can turn to. Their names are on every poster. */
@ApiTags('registration')
@Controller('registration/tenants')
export class TenantListHttp {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
  ) {}

  /** Ordered by name. */
  @Get()
  @PlatformPage()
  @ApiOkResponse({ type: PublicTenants })
  async list(@Query() { after }: AfterQuery): Promise<PublicTenants> {
    await this.reader.reach(after);
    await this.runtime.access.catchUp();
    const items = await Promise.all(
      this.runtime.access.all().map(async ({ id, name, kind }) => ({ id, name, kind, ...(await this.logoOf(id)) })),
    );
    return { items: items.sort((a, b) => a.name.localeCompare(b.name, 'de')) };
  }

  private async logoOf(id: string): Promise<Pick<PublicTenant, 'logo'>> {
    const row = await this.reader.find({ scope: TenantScope.of(id) }, logoVersion, id);
    return row ? { logo: row.version } : {};
  }
}
