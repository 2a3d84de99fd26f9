import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { placementsQuery, proposalsQuery, requestsQuery } from '../../api/queries.js';
import type { Page, PlacementRow, RequestRow } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { languagesIn, silentSince, topicsIn, waitingSince } from '../../ui/code-words.js';
import { nameOf, PersonName } from '../../ui/person.js';
import { isSilent, lastSignOf } from '../../ui/silence.js';
import { failedMessagesQuery, freeSeatsQuery, interestsQuery } from './today-queries.js';
import { WaitingList } from './waiting-list.js';

interface OfTenant {
  readonly tenant: string;
}

/** Requests for which nobody has been proposed yet. */
export function WaitingRequests({ tenant }: OfTenant) {
  const words = useWords();
  const { t } = words;
  return (
    <WaitingList
      title={t('today.requests')}
      none={t('today.requests.none')}
      query={useQuery(requestsQuery(tenant, 'open'))}
      item={(row: RequestRow) => (
        <>
          <Link to="/t/$tenant/buero/anfragen/$id" params={{ tenant, id: row.id }} className="text-link">
            {row.code ? `${row.code}: ` : ''}
            {topicsIn(words, row.topics)}
          </Link>
          <span className="rows__note">
            {languagesIn(words, row.languages)} · {waitingSince(words, row.receivedOn)}
          </span>
        </>
      )}
      all={
        <Link to="/t/$tenant/buero/anfragen" params={{ tenant }} className="text-link">
          {t('today.all')}
        </Link>
      }
    />
  );
}

/** Proposals that need an answer or a decision. */
export function OpenProposals({ tenant }: OfTenant) {
  const { t, day } = useWords();
  const open = useQuery(proposalsQuery(tenant, 'open'));
  const accepted = useQuery(proposalsQuery(tenant, 'accepted'));
  // Whoever has agreed waits for us; the others we wait for.
  const both = {
    data: open.data && accepted.data && joined(accepted.data, open.data),
    error: open.error ?? accepted.error,
    refetch: () => Promise.all([open.refetch(), accepted.refetch()]),
  };
  return (
    <WaitingList
      title={t('today.proposals')}
      none={t('today.proposals.none')}
      query={both}
      item={(row) => (
        <>
          <PersonName tenant={tenant} id={row.volunteerId} />
          <span className="rows__note">
            <Link to="/t/$tenant/buero/anfragen/$id" params={{ tenant, id: row.requestId }} className="text-link">
              {t(row.status === 'accepted' ? 'board.status.accepted' : 'board.status.open')}
            </Link>
            {' · '}
            {day(row.madeOn)}
          </span>
        </>
      )}
    />
  );
}

function joined<Row>(first: Page<Row>, second: Page<Row>): Page<Row> {
  return { items: [...first.items, ...second.items], next: first.next ?? second.next };
}

/** Whoever would like to help and has not been decided on. */
export function NewInterests({ tenant }: OfTenant) {
  const words = useWords();
  const { t, day } = words;
  return (
    <WaitingList
      title={t('today.interests')}
      none={t('today.interests.none')}
      query={useQuery(interestsQuery(tenant))}
      item={(row) => (
        <>
          <Link to="/t/$tenant/buero/freiwillige/$id" params={{ tenant, id: row.id }} className="text-link">
            {nameOf(row, words)}
          </Link>
          <span className="rows__note">{t('volunteers.since', { day: day(row.interestedSince) })}</span>
        </>
      )}
      all={
        <Link
          to="/t/$tenant/buero/freiwillige"
          params={{ tenant }}
          search={{ status: 'interested' }}
          className="text-link"
        >
          {t('today.all')}
        </Link>
      }
    />
  );
}

/** Placements of which nothing has been heard for weeks. */
export function SilentPlacements({ tenant }: OfTenant) {
  const words = useWords();
  const { t } = words;
  const silent = useQuery({ ...placementsQuery(tenant, 'running'), select: onlySilent });
  return (
    <WaitingList
      title={t('today.silent')}
      none={t('today.silent.none')}
      query={silent}
      item={(row: PlacementRow) => (
        <>
          <PersonName tenant={tenant} id={row.volunteerId} />
          <span className="rows__note">
            <Link to="/t/$tenant/buero/begleitungen/$id" params={{ tenant, id: row.id }} className="text-link">
              {silentSince(words, lastSignOf(row))}
            </Link>
          </span>
        </>
      )}
    />
  );
}

function onlySilent(page: Page<PlacementRow>): Page<PlacementRow> {
  return { ...page, items: page.items.filter(isSilent) };
}

/** Courses that still take people. */
export function FreeSeats({ tenant }: OfTenant) {
  const { t, day } = useWords();
  return (
    <WaitingList
      title={t('today.courses')}
      none={t('today.courses.none')}
      query={useQuery(freeSeatsQuery(tenant))}
      item={(row) => (
        <>
          <Link to="/t/$tenant/buero/kurse/$id" params={{ tenant, id: row.id }} className="text-link">
            {row.title}, {row.town}
          </Link>
          <span className="rows__note">
            {t('courses.public.from', { day: day(row.firstSessionOn) })}
            {row.seats !== null && ` · ${t('courses.public.seats', { count: row.seats - row.enrolled })}`}
          </span>
        </>
      )}
    />
  );
}

/** Messages that reached nobody. */
export function FailedMessages({ tenant }: OfTenant) {
  const { t } = useWords();
  return (
    <WaitingList
      title={t('today.failed')}
      none={t('today.failed.none')}
      query={useQuery(failedMessagesQuery(tenant))}
      item={(row) => (
        <>
          <PersonName tenant={tenant} id={row.recipientId} />
          <span className="rows__note">
            {t(`message.template.${row.template}`)}
            {row.lastError && ` · ${t(`message.error.${row.lastError}`)}`}
          </span>
        </>
      )}
      all={
        <Link to="/t/$tenant/buero/mitteilungen" params={{ tenant }} className="text-link">
          {t('today.all')}
        </Link>
      }
    />
  );
}
