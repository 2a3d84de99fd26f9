import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.js';
import { readAll } from '../../api/pages.js';
import type { Page, PlacementRow } from '../../api/rows.js';
import type { CertificateRow } from '../../api/training-rows.js';
import { useWords } from '../../i18n/index.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { TimelineEntries, timelineQuery, type Told } from './timeline-entries.js';

interface OfVolunteer {
  readonly tenant: string;
  readonly id: string;
}

const certificatesQuery = (tenant: string, volunteerId: string) =>
  queryOptions({
    queryKey: ['certificates', tenant, volunteerId],
    queryFn: ({ signal }) =>
      readAll((query) =>
        answerOf<Page<CertificateRow>>(
          api.GET('/training/{tenant}/certificates', {
            params: { path: { tenant }, query: { ...query, volunteerId } },
            signal,
          }),
        ),
      ),
  });

const placementsQuery = (tenant: string, volunteerId: string) =>
  queryOptions({
    queryKey: ['placements', tenant, { volunteerId }],
    queryFn: ({ signal }) =>
      readAll((query) =>
        answerOf<Page<PlacementRow>>(
          api.GET('/matching/{tenant}/placements', {
            params: { path: { tenant }, query: { ...query, volunteerId } },
            signal,
          }),
        ),
      ),
  });

/** The volunteer's whole way, from the histories of all services, the newest first. */
export function Timeline({ tenant, id }: OfVolunteer) {
  const { t } = useWords();
  const own = useQuery(timelineQuery(tenant, id));
  const certificates = useQuery(certificatesQuery(tenant, id));
  const placements = useQuery(placementsQuery(tenant, id));
  return (
    <Panel title={t('volunteer.timeline')}>
      <Loaded query={own}>
        {({ items }) => {
          const others: readonly Told[] = [
            ...(certificates.data?.items ?? []).map(({ issuedOn, number }) => ({
              what: 'CertificateIssued',
              happenedOn: issuedOn,
              detail: t('event.CertificateIssued', { number }),
            })),
            ...(placements.data?.items ?? []).flatMap(({ confirmedOn, endedOn }) => [
              { what: 'PlacementConfirmed', happenedOn: confirmedOn },
              ...(endedOn ? [{ what: 'PlacementEnded', happenedOn: endedOn }] : []),
            ]),
          ];
          return <TimelineEntries entries={[...items, ...others].sort(newestFirst)} />;
        }}
      </Loaded>
    </Panel>
  );
}

function newestFirst(a: Told, b: Told): number {
  return b.happenedOn.localeCompare(a.happenedOn);
}

export function Placements({ tenant, id }: OfVolunteer) {
  const { t, day } = useWords();
  return (
    <Panel title={t('volunteer.placements')}>
      <Loaded query={useQuery(placementsQuery(tenant, id))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="kern-body kern-body--muted">{t('volunteer.placements.none')}</p>
          ) : (
            <ul className="rows">
              {items.map((row) => (
                <li key={row.id}>
                  <Link to="/t/$tenant/buero/begleitungen/$id" params={{ tenant, id: row.id }} className="text-link">
                    {t('volunteers.since', { day: day(row.confirmedOn) })}
                  </Link>
                  <span className="rows__note">{t(`placement.status.${row.status}`)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

export function Certificates({ tenant, id }: OfVolunteer) {
  const { t, day } = useWords();
  return (
    <Panel title={t('volunteer.certificates')}>
      <Loaded query={useQuery(certificatesQuery(tenant, id))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="kern-body kern-body--muted">{t('volunteer.certificates.none')}</p>
          ) : (
            <ul className="rows">
              {items.map((row) => (
                <li key={row.id}>
                  <a
                    href={`/training/${tenant}/certificates/${row.id}.pdf`}
                    target="_blank"
                    rel="noreferrer"
                    className="text-link"
                  >
                    {row.number} (PDF)
                  </a>
                  <span className="rows__note">
                    {row.courseTitle}, {day(row.issuedOn)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
