import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { nameQuery } from '../api/names.js';
import type { PersonalText } from '../api/personal-text.js';
import type { VolunteerStatus } from '../api/rows.js';
import { useWords, type Words } from '../i18n/index.js';
import { Badge } from './badge.js';
import type { Tone } from './notice.js';

/** Text that may have been deleted. */
export function personal(text: PersonalText | undefined, { t }: Words): string {
  if (text === undefined) return '';
  return typeof text === 'string' ? text : t('common.erased');
}

/** Of a partner's guest the office has an alias only. */
type Nameable =
  | { readonly alias: string }
  | { readonly alias?: undefined; readonly givenName: PersonalText; readonly familyName: PersonalText };

/** Given and family name, the alias of a guest, or that the name was deleted. */
export function nameOf(person: Nameable, words: Words) {
  if (person.alias !== undefined) return person.alias;
  if (typeof person.familyName !== 'string') return words.t('common.erased');
  return `${personal(person.givenName, words)} ${person.familyName}`;
}

/** The name of a volunteer as a link to their page, of a household or colleague without one. Other services only know the id. */
export function PersonName({ tenant, id }: { readonly tenant: string; readonly id: string }) {
  const words = useWords();
  const { data, error } = useQuery(nameQuery(tenant, id));
  if (!data) return <span>{error || data === null ? words.t('common.unknown-person') : '…'}</span>;
  if (data.kind !== 'volunteer') return <span>{nameOf(data, words)}</span>;
  return (
    <Link to="/t/$tenant/buero/freiwillige/$id" params={{ tenant, id }} className="text-link">
      {nameOf(data, words)}
    </Link>
  );
}

/** The name of a household; nothing for those who may not know it. */
export function HouseholdName({ tenant, id }: { readonly tenant: string; readonly id: string }) {
  const words = useWords();
  const { data } = useQuery(nameQuery(tenant, id));
  return data && <span>{nameOf(data, words)}</span>;
}

const tones: Readonly<Record<VolunteerStatus, Tone>> = {
  interested: 'warning',
  active: 'success',
  paused: 'info',
  declined: 'danger',
  left: 'info',
};

/** Where somebody stands with the office, in a word. */
export function VolunteerBadge({ status }: { readonly status: VolunteerStatus }) {
  const { t } = useWords();
  return <Badge tone={tones[status]}>{t(`volunteer.status.${status}`)}</Badge>;
}
