import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { nameQuery } from '../../api/names.js';
import { answerOf, api } from '../../api/client.js';
import type { PlacementRow } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { Page } from '../../ui/page.js';
import { Facts, Panel } from '../../ui/panel.js';
import { nameOf, personal, PersonName } from '../../ui/person.js';
import { Rematch } from '../../ui/rematch.js';
import { Loaded } from '../../ui/states.js';
import { isSilent } from '../../ui/silence.js';
import { AskHowItGoes } from './ask-how-it-goes.js';
import { EndPlacement } from './end-placement.js';
import { LogVisit } from './log-visit.js';

const placementQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['placement', tenant, id],
    queryFn: ({ signal }) =>
      answerOf<PlacementRow>(
        api.GET('/matching/{tenant}/placements/{id}', { params: { path: { tenant, id } }, signal }),
      ),
  });

/** One placement: its visits, one more visit, and its end. */
export function PlacementPage() {
  const { tenant, id } = useParams({ from: '/t/$tenant/buero/begleitungen/$id' });
  const query = useQuery(placementQuery(tenant, id));
  return <Loaded query={query}>{(row) => <Placement tenant={tenant} row={row} />}</Loaded>;
}

function Placement({ tenant, row }: { readonly tenant: string; readonly row: PlacementRow }) {
  const words = useWords();
  const { t, day, duration, number } = words;
  const { data: volunteer } = useQuery(nameQuery(tenant, row.volunteerId));
  return (
    <Page
      wide
      title={t('placement.title', { name: volunteer ? nameOf(volunteer, words) : '…' })}
      lead={
        <>
          <Badge tone={row.status === 'running' ? 'success' : 'info'}>{t(`placement.status.${row.status}`)}</Badge>{' '}
          {t('volunteers.since', { day: day(row.confirmedOn) })}
        </>
      }
      actions={
        row.status === 'running' ? (
          <EndPlacement tenant={tenant} row={row} />
        ) : (
          <Rematch tenant={tenant} requestId={row.requestId} />
        )
      }
    >
      {isSilent(row) && <AskHowItGoes tenant={tenant} row={row} />}
      <div className="two-columns">
        <Panel title={t('placements.visits')}>
          <Facts
            rows={[
              [t('placements.volunteer'), <PersonName key="who" tenant={tenant} id={row.volunteerId} />],
              [t('placements.visits'), number(row.visits.length)],
              [t('placements.hours'), duration(row.minutes)],
              [
                t('placement.reason'),
                row.endReason && `${t(`placement.reason.${row.endReason}`)}, ${day(row.endedOn ?? '')}`,
              ],
            ]}
          />
          <Link to="/t/$tenant/buero/anfragen/$id" params={{ tenant, id: row.requestId }} className="text-link">
            {t('placement.to-request')}
          </Link>
          {row.visits.length === 0 ? (
            <p className="kern-body kern-body--muted">{t('placement.visits.none')}</p>
          ) : (
            <ol className="timeline">
              {row.visits.map(({ id, on, minutes, note }) => (
                <li key={id}>
                  <span className="timeline__day">{day(on)}</span>
                  <span className="timeline__what">{duration(minutes)}</span>
                  {note !== undefined && (
                    <span className="timeline__how" dir="auto">
                      {personal(note, words)}
                    </span>
                  )}
                </li>
              ))}
            </ol>
          )}
        </Panel>
        <LogVisit tenant={tenant} placementId={row.id} />
      </div>
    </Page>
  );
}
