import { PostalCode, Text } from '@lotsennetz/platform';

/** Where people of a tenant can be met. */
export class OfficeBody {
  @Text({ max: 100 })
  readonly name: string;
  @Text({ max: 100, optional: true })
  readonly town?: string;
  @PostalCode({ optional: true })
  readonly postalCode?: string;
}
