import type { Role } from '../api/session.js';
import type { PublicTenant } from '../api/rows.js';
import type { MessageKey } from '../i18n/index.js';

type TenantKind = PublicTenant['kind'];

interface Entry {
  readonly label: MessageKey & `nav.${string}`;
  readonly to: string;
  /** undefined: everybody */
  readonly roles?: readonly Role[];
  /** undefined: of every kind */
  readonly kind?: TenantKind;
}

const office: readonly Role[] = ['coordinator', 'administrator'];
const readers: readonly Role[] = [...office, 'trainer', 'carrier-manager'];
const reporters: readonly Role[] = [...office, 'analyst', 'carrier-manager'];
const volunteers: readonly Role[] = ['volunteer'];
const newcomers: readonly Role[] = ['newcomer'];

const workEntries = [
  { label: 'nav.today', to: '/t/$tenant/buero', roles: office },
  { label: 'nav.requests', to: '/t/$tenant/buero/anfragen', roles: readers },
  { label: 'nav.placements', to: '/t/$tenant/buero/begleitungen', roles: readers },
  { label: 'nav.volunteers', to: '/t/$tenant/buero/freiwillige', roles: readers },
  { label: 'nav.duplicates', to: '/t/$tenant/buero/doppelte', roles: office },
  { label: 'nav.courses', to: '/t/$tenant/buero/kurse', roles: readers },
  { label: 'nav.messages', to: '/t/$tenant/buero/mitteilungen', roles: office },
  { label: 'nav.report', to: '/t/$tenant/bericht', roles: reporters },
  { label: 'nav.oversight', to: '/t/$tenant/einsicht', roles: [...readers, 'analyst'], kind: 'county' },
  { label: 'nav.import', to: '/t/$tenant/buero/import', roles: office },
  { label: 'nav.administration', to: '/t/$tenant/buero/verwaltung', roles: ['administrator'] },
  { label: 'nav.settings', to: '/t/$tenant/buero/einstellungen', roles: ['administrator'] },
  { label: 'nav.privacy', to: '/t/$tenant/buero/datenschutz', roles: ['administrator'] },
  { label: 'nav.mine', to: '/t/$tenant/ich', roles: volunteers },
  { label: 'nav.my-courses', to: '/t/$tenant/ich/kurse', roles: volunteers },
  { label: 'nav.my-messages', to: '/t/$tenant/ich/mitteilungen', roles: volunteers },
  { label: 'nav.my-data', to: '/t/$tenant/ich/daten', roles: volunteers },
  { label: 'nav.my-requests', to: '/t/$tenant/haushalt', roles: newcomers },
  { label: 'nav.my-messages', to: '/t/$tenant/haushalt/mitteilungen', roles: newcomers },
  { label: 'nav.my-data', to: '/t/$tenant/haushalt/daten', roles: newcomers },
] as const satisfies readonly (Entry & Required<Pick<Entry, 'roles'>>)[];

const publicEntries = [
  { label: 'nav.welcome', to: '/t/$tenant' },
  { label: 'nav.ask-for-help', to: '/t/$tenant/hilfe' },
  { label: 'nav.offer-help', to: '/t/$tenant/mithelfen' },
  { label: 'nav.next-courses', to: '/t/$tenant/kurse' },
  { label: 'nav.check', to: '/t/$tenant/zertifikat' },
] as const satisfies readonly Entry[];

/** Pages below which others lie: they are the current one only where one is exactly there. */
export const exactEntries: ReadonlySet<string> = new Set([
  '/t/$tenant',
  '/t/$tenant/buero',
  '/t/$tenant/ich',
  '/t/$tenant/haushalt',
]);

/** What the main menu offers in a tenant: the work to those who have some there, the public pages to all others. */
export function entriesFor(roles: readonly Role[], kind: TenantKind | undefined): readonly Entry[] {
  const mine = workEntries.filter(
    (entry) => entry.roles.some((role) => roles.includes(role)) && (!('kind' in entry) || entry.kind === kind),
  );
  return mine.length > 0 ? mine : publicEntries;
}
