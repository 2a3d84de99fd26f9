import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { OwnPlacement } from '../../api/own-rows.js';
import type { Page } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { topicsIn } from '../../ui/code-words.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { AskedFacts } from '../../ui/what-is-asked.js';
import { LogMyVisit } from './log-my-visit.js';

const ownPlacementsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['own-placements', tenant],
    queryFn: ({ signal }) =>
      answerOf<Page<OwnPlacement>>(
        api.GET('/matching/{tenant}/me/placements', { params: { path: { tenant } }, signal }),
      ),
  });

/** Whom one accompanies: an entry for the visit that has just been is two taps away. */
export function MyPlacements({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  return (
    <Panel title={t('own.placements')}>
      <Loaded query={useQuery(ownPlacementsQuery(tenant))}>
        {({ items }) => {
          const running = items.filter(({ status }) => status === 'running');
          const ended = items.filter(({ status }) => status === 'ended');
          return (
            <>
              {running.length === 0 && <p className="kern-body kern-body--muted">{t('own.placements.none')}</p>}
              <ul className="cards">
                {running.map((each) => (
                  <li key={each.id} className="card">
                    <Placement tenant={tenant} row={each} />
                  </li>
                ))}
              </ul>
              {ended.length > 0 && <Ended rows={ended} />}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Placement({ tenant, row }: { readonly tenant: string; readonly row: OwnPlacement }) {
  const words = useWords();
  const { t, day } = words;
  return (
    <>
      <div>
        <h3 className="kern-title">{topicsIn(words, row.about.topics)}</h3>
        <p className="card__note">
          {t('volunteers.since', { day: day(row.confirmedOn) })} · <Visits row={row} />
        </p>
      </div>
      <LogMyVisit tenant={tenant} placementId={row.id} label={topicsIn(words, row.about.topics)} />
      <details>
        <summary>{t('request.what')}</summary>
        <div className="card__details">
          <AskedFacts about={row.about} />
        </div>
      </details>
      {row.visits.length > 0 && (
        <details>
          <summary>{t('placements.visits')}</summary>
          <ul className="rows">
            {row.visits
              .toSorted((a, b) => b.on.localeCompare(a.on))
              .map(({ id, on, minutes }) => (
                <li key={id}>
                  {day(on)}, {words.duration(minutes)}
                </li>
              ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Visits({ row }: { readonly row: OwnPlacement }) {
  const { t, duration } = useWords();
  const count = row.visits.length;
  return <>{count === 0 ? t('own.visits.none') : t('own.visits', { count, time: duration(row.minutes) })}</>;
}

function Ended({ rows }: { readonly rows: readonly OwnPlacement[] }) {
  const words = useWords();
  return (
    <details>
      <summary>{words.t('own.placements.ended')}</summary>
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <span>{topicsIn(words, row.about.topics)}</span>
            <span className="rows__note">
              {words.day(row.confirmedOn)} – {words.day(row.endedOn ?? row.confirmedOn)} · <Visits row={row} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
