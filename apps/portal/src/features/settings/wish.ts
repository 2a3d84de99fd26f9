import {
  timedKinds,
  type FederalState,
  type LegalRegime,
  type RetentionPeriod,
  type TenantSettings,
  type TimedKind,
} from '../../api/settings-rows.js';

/** The settings as fields of a form hold them. */
export interface Wish {
  readonly name: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly legalRegime: LegalRegime | '';
  readonly federalState: FederalState | '';
  /** Months as typed; empty: the usual period. */
  readonly months: Readonly<Partial<Record<TimedKind, string>>>;
}
export type WishField = keyof Wish;

/** The form before anybody has changed it. */
export function wishOf(settings: TenantSettings): Wish {
  const { name, timeZone, languages = [], legalRegime = '', federalState = '', retention = [] } = settings;
  const periods = timedKinds.flatMap((kind) => {
    const found = retention.find((each) => each.kind === kind);
    return found ? [[kind, String(found.months)] as const] : [];
  });
  return { name, timeZone, languages, legalRegime, federalState, months: Object.fromEntries(periods) };
}

/** The fields in which two wishes differ. */
export function differing(one: Wish, other: Wish): readonly WishField[] {
  return (Object.keys(one) as WishField[]).filter(
    (field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]),
  );
}

/** What is sent: only what somebody has changed, so that others' changes of other fields stay. */
export function changeOf(draft: Partial<Wish>, settings: TenantSettings) {
  const { months, languages, legalRegime, federalState, ...texts } = draft;
  return {
    ...texts,
    ...(languages ? { languages: [...languages] } : {}),
    ...(legalRegime ? { legalRegime } : {}),
    ...(federalState ? { federalState } : {}),
    ...(months ? { retention: periodsOf(months, settings) } : {}),
  };
}

/** The list replaces the earlier one, so that kinds without a field here are sent along. */
function periodsOf(months: Wish['months'], { retention = [] }: TenantSettings): RetentionPeriod[] {
  const others = retention.filter(({ kind }) => !timedKinds.some((timed) => timed === kind));
  const typed = timedKinds.flatMap((kind) => (months[kind] ? [{ kind, months: Number(months[kind]) }] : []));
  return [...typed, ...others];
}
