import type { Day, Decision } from '@lotsennetz/kernel';
import type { Logo, LogoEvent, LogoState } from '../logo/logo.stream.js';

export interface ChangeLogo {
  /** undefined: none from now on. */
  readonly wanted: Logo | undefined;
  readonly on: Day;
}

/** The same bytes again change nothing. */
export function changeLogo({ wanted, on }: ChangeLogo, state: LogoState): Decision<LogoEvent, never> {
  const present = state.status === 'chosen' ? state.logo.version : undefined;
  if (wanted?.version === present) return [];
  if (!wanted) return [{ type: 'LogoRemoved', happenedOn: on, data: {} }];
  return [{ type: 'LogoChosen', happenedOn: on, data: wanted }];
}
