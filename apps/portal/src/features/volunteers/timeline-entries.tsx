import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { Page, TimelineEntry } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';

export const timelineQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['timeline', tenant, id],
    queryFn: ({ signal }) =>
      answerOf<Pick<Page<TimelineEntry>, 'items'>>(
        api.GET('/registration/{tenant}/volunteers/{id}/timeline', { params: { path: { tenant, id } }, signal }),
      ),
  });

/** An entry from the volunteer's own history, or one that another service told. */
export type Told = Pick<TimelineEntry, 'what' | 'happenedOn'> &
  Partial<TimelineEntry> & { readonly detail?: string | undefined };

/** What happened, when, who entered it and when that was recorded. */
export function TimelineEntries({ entries }: { readonly entries: readonly Told[] }) {
  const { t, day, moment } = useWords();
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={`${entry.what} ${entry.recordedAt ?? entry.happenedOn} ${entry.detail ?? ''}`}>
          <span className="timeline__day">{day(entry.happenedOn)}</span>
          <span className="timeline__what">{entry.detail ?? t(labelOf(entry.what))}</span>
          {entry.recordedAt && entry.enteredBy && (
            <span className="timeline__how">
              {t('volunteer.timeline.recorded', { moment: moment(entry.recordedAt), who: t(`by.${entry.enteredBy}`) })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

const known = [
  'InterestRegistered',
  'VolunteerAccepted',
  'VolunteerDeclined',
  'ProfileChanged',
  'VolunteerPaused',
  'VolunteerResumed',
  'EngagementEnded',
  'PlacementConfirmed',
  'PlacementEnded',
] as const;

function labelOf(what: string): `event.${(typeof known)[number]}` | 'event.other' {
  const found = known.find((each) => each === what);
  return found ? `event.${found}` : 'event.other';
}
