import { defineProjection } from '@lotsennetz/kernel';
import { logo } from './logo.stream.js';

/** One row for each tenant with a logo, without its bytes. */
export interface LogoVersionRow {
  readonly id: string;
  readonly version: string;
}

export const logoVersion = defineProjection<LogoVersionRow>()({
  name: 'logo-version',
  version: 1,
  streams: [logo],
  evolve: (_row: LogoVersionRow | undefined, event, id) =>
    event.type === 'LogoChosen' ? { id, version: event.data.version } : undefined,
});
