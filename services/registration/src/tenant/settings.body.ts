import {
  federalStates,
  legalRegimes,
  retentionKinds,
  tenantKinds,
  type FederalState,
  type LegalRegime,
  type RetentionKind,
  type TenantKind,
} from '@lotsennetz/contracts';
import { inputPipe, invalidInput, Languages, OneOf, Records, Text, WholeNumber } from '@lotsennetz/platform';

export class RetentionBody {
  @OneOf(retentionKinds)
  readonly kind: RetentionKind;
  @WholeNumber({ min: 1, max: 360, description: 'Months after the last thing that happened.' })
  readonly months: number;
}

/** What a tenant sets for itself. */
export class SettingsBody {
  @Languages({ optional: true, description: 'Languages people are written to in, the most used first.' })
  readonly languages?: string[];
  @OneOf(legalRegimes, { optional: true })
  readonly legalRegime?: LegalRegime;
  @OneOf(federalStates, { optional: true, description: 'For public holidays.' })
  readonly federalState?: FederalState;
  @Records(() => RetentionBody, { optional: true, max: retentionKinds.length })
  readonly retention?: RetentionBody[];
}

/** The same with what every tenant has. */
export class SettingsChangeBody extends SettingsBody {
  @Text({ max: 100, optional: true })
  readonly name?: string;
  @Text({ max: 50, optional: true, description: 'IANA time zone, such as Europe/Berlin.' })
  readonly timeZone?: string;
}

/** What a tenant is founded with. */
export class TenantBody extends SettingsBody {
  @Text({ min: 2, max: 40, pattern: /^[a-z][a-z0-9-]{1,39}$/, description: 'Goes into every address of the tenant.' })
  readonly id: string;
  @Text({ max: 100 })
  readonly name: string;
  @OneOf(tenantKinds)
  readonly kind: TenantKind;
  @Text({ max: 50, description: 'IANA time zone, such as Europe/Berlin.' })
  readonly timeZone: string;
}

/** @throws Problem 400 for a time zone that does not exist, or two periods for one kind of data. */
export function checkSettings({ timeZone, retention = [] }: SettingsChangeBody): void {
  if (timeZone !== undefined && !Intl.supportedValuesOf('timeZone').includes(timeZone))
    throw invalidInput([{ field: 'timeZone', problem: 'must be an IANA time zone such as Europe/Berlin' }]);
  if (new Set(retention.map(({ kind }) => kind)).size < retention.length)
    throw invalidInput([{ field: 'retention', problem: 'must name each kind of data once' }]);
}

/** @throws Problem 400 `invalid-input` naming each field that is unknown or wrong. */
export function settingsChange(value: unknown): SettingsChangeBody {
  const change = inputPipe.transform(value, { type: 'body', metatype: SettingsChangeBody }) as SettingsChangeBody;
  checkSettings(change);
  return change;
}
