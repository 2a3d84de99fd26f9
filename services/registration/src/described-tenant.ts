import { isTenantId } from '@lotsennetz/kernel';
import { inputPipe, invalidInput, OneOf, Records, Text } from '@lotsennetz/platform';
import { OfficeBody } from './office/office.body.js';
import { checkSettings, TenantBody } from './tenant/settings.body.js';

/** A tenant as a file describes it: what it is founded with, its offices, and where it runs. */
export class DescribedTenant extends TenantBody {
  @Records(() => OfficeBody, { optional: true, max: 100, description: 'An office is known by its name.' })
  readonly offices?: OfficeBody[];
  @OneOf(['shared', 'dedicated'], { optional: true })
  readonly deployment?: 'shared' | 'dedicated';
  @Text({ max: 200, optional: true, description: 'Of a dedicated deployment.' })
  readonly overlay?: string;
}

/** @throws Problem 400 `invalid-input` naming each field that is unknown, missing or wrong. */
export function describedTenant(value: unknown): DescribedTenant {
  const described = inputPipe.transform(value, { type: 'body', metatype: DescribedTenant }) as DescribedTenant;
  if (!isTenantId(described.id)) throw invalidInput([{ field: 'id', problem: 'cannot be the id of a tenant' }]);
  checkSettings(described);
  const names = described.offices?.map(({ name }) => name) ?? [];
  if (new Set(names).size < names.length)
    throw invalidInput([{ field: 'offices', problem: 'must have different names' }]);
  return described;
}
