import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { volunteerQuery } from '../../api/queries.js';
import type { VolunteerRow } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { dayPartsIn, languagesIn, topicsIn } from '../../ui/code-words.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Facts, Panel } from '../../ui/panel.js';
import { nameOf, personal, VolunteerBadge, PersonName } from '../../ui/person.js';
import { Loaded } from '../../ui/states.js';
import { VolunteerSteps } from './volunteer-steps.js';
import { Certificates, Placements, Timeline } from './volunteer-history.js';

/** One volunteer: what we know, what one can do, and what has happened. */
export function VolunteerPage() {
  const { tenant, id } = useParams({ from: '/t/$tenant/buero/freiwillige/$id' });
  const query = useQuery(volunteerQuery(tenant, id));
  return <Loaded query={query}>{(row) => <Person tenant={tenant} row={row} />}</Loaded>;
}

function Person({ tenant, row }: { readonly tenant: string; readonly row: VolunteerRow }) {
  const words = useWords();
  const { t, day } = words;
  return (
    <Page
      wide
      title={nameOf(row, words)}
      lead={
        <>
          <VolunteerBadge status={row.status} /> {t('volunteers.since', { day: day(row.statusSince) })}
        </>
      }
      actions={<VolunteerSteps tenant={tenant} row={row} />}
    >
      <p>
        <Link to="/t/$tenant/buero/freiwillige" params={{ tenant }} className="text-link">
          {t('action.back')}: {t('nav.volunteers')}
        </Link>
      </p>
      <Duplicates tenant={tenant} ids={row.possibleDuplicateOf} />
      <div className="two-columns">
        <div className="stack">
          <Profile row={row} />
          <Placements tenant={tenant} id={row.id} />
          <Certificates tenant={tenant} id={row.id} />
        </div>
        <Timeline tenant={tenant} id={row.id} />
      </div>
    </Page>
  );
}

function Profile({ row }: { readonly row: VolunteerRow }) {
  const words = useWords();
  const { t, language, number } = words;
  return (
    <>
      <Panel title={t('volunteer.contact')}>
        <Facts
          rows={[
            [t('person.email'), personal(row.email, words)],
            [t('person.phone'), row.phone && <bdi dir="ltr">{personal(row.phone, words)}</bdi>],
            [t('common.town'), [row.postalCode, row.town].filter(Boolean).join(' ')],
            [t('volunteer.message-language'), row.preferredLanguage && language(row.preferredLanguage)],
            [t('volunteer.gender'), row.gender === 'unknown' ? '' : t(`gender.${row.gender}`)],
            [t('volunteer.carrier'), row.carrier],
          ]}
        />
      </Panel>
      <Panel title={t('volunteer.profile')}>
        <Facts
          rows={[
            [t('common.languages'), languagesIn(words, row.languages)],
            [t('common.topics'), topicsIn(words, row.topics)],
            [t('common.availability'), dayPartsIn(words, row.availability)],
            [t('volunteer.capacity'), number(row.capacity)],
            [
              t('volunteer.distance'),
              row.maxDistanceKm === undefined ? '' : t('volunteer.km', { km: row.maxDistanceKm }),
            ],
          ]}
        />
      </Panel>
    </>
  );
}

function Duplicates({ tenant, ids }: { readonly tenant: string; readonly ids: readonly string[] }) {
  const { t } = useWords();
  if (ids.length === 0) return null;
  return (
    <Notice tone="info" title={t('volunteer.duplicates')}>
      <p className="kern-body">{t('volunteer.duplicates.text')}</p>
      <ul className="plain-list">
        {ids.map((id) => (
          <li key={id}>
            <PersonName tenant={tenant} id={id} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
