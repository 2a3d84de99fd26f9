import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { volunteerQuery } from '../api/queries.js';
import type { VolunteerStatus } from '../api/rows.js';
import type { PersonalText } from '../api/personal-text.js';
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

export function nameOf(person: Nameable, words: Words) {
  if (person.alias !== undefined) return person.alias;
  if (typeof person.familyName !== 'string') return words.t('common.erased');
  return `${personal(person.givenName, words)} ${person.familyName}`;
}

/** The name of a volunteer, as a link to their page. Other services only know the id. */
export function VolunteerName({ tenant, id }: { readonly tenant: string; readonly id: string }) {
  const words = useWords();
  const { data, error } = useQuery({ ...volunteerQuery(tenant, id), staleTime: 5 * 60_000 });
  if (!data) return <span>{error ? words.t('common.unknown-person') : '…'}</span>;
  return (
    <Link to="/t/$tenant/buero/freiwillige/$id" params={{ tenant, id }} className="text-link">
      {nameOf(data, words)}
    </Link>
  );
}

const tones: Readonly<Record<VolunteerStatus, Tone>> = {
  interested: 'warning',
  active: 'success',
  paused: 'info',
  declined: 'danger',
  left: 'info',
};

export function VolunteerBadge({ status }: { readonly status: VolunteerStatus }) {
  const { t } = useWords();
  return <Badge tone={tones[status]}>{t(`volunteer.status.${status}`)}</Badge>;
}
