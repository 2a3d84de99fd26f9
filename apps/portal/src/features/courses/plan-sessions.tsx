import type { CurriculumRow } from '../../api/training-rows.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { DayField } from '../../ui/day-field.js';
import { TextField } from '../../ui/fields.js';
import { daysLater, weeklySessions, type CoursePlan, type PlannedSession } from './plan.js';

/** The meetings: made weekly at one stroke, then changed one by one. Every module of a curriculum has to be taught. */
export function PlanSessions(props: {
  readonly form: CoursePlan;
  readonly change: (part: Partial<CoursePlan>) => void;
  readonly curriculum: CurriculumRow | undefined;
}) {
  const { t } = useWords();
  const { form, change, curriculum } = props;
  const { sessions } = form;
  const last = sessions.at(-1);
  const add = () => {
    const { startsAt, endsAt } = last ?? form;
    const heldOn = last ? daysLater(last.heldOn, 7) : form.firstDay;
    change({ sessions: [...sessions, { title: '', heldOn, startsAt, endsAt }] });
  };
  const set = (index: number, part: Partial<PlannedSession>) =>
    change({ sessions: sessions.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <>
      <div className="columns">
        <DayField label={t('plan.first-day')} value={form.firstDay} onChange={(firstDay) => change({ firstDay })} />
        <TextField
          label={t('plan.from')}
          type="time"
          value={form.startsAt}
          onChange={(startsAt) => change({ startsAt })}
        />
        <TextField label={t('plan.to')} type="time" value={form.endsAt} onChange={(endsAt) => change({ endsAt })} />
        {!curriculum && (
          <TextField
            label={t('plan.count')}
            type="number"
            min={1}
            max={100}
            value={form.count}
            onChange={(count) => change({ count })}
          />
        )}
      </div>
      <div className="actions">
        <Button
          icon="calendar-today"
          busy={form.firstDay === ''}
          onClick={() => change({ sessions: weeklySessions(form, curriculum) })}
        >
          {t('plan.make')}
        </Button>
      </div>
      <ol className="sessions">
        {sessions.map((session, index) => (
          <li key={index} className="sessions__row">
            <TextField
              label={`${index + 1}. ${t('plan.session-title')}`}
              value={session.title}
              onChange={(title) => set(index, { title })}
            />
            <DayField label={t('common.day')} value={session.heldOn} onChange={(heldOn) => set(index, { heldOn })} />
            <TextField
              label={t('plan.from')}
              type="time"
              value={session.startsAt}
              onChange={(startsAt) => set(index, { startsAt })}
            />
            <TextField
              label={t('plan.to')}
              type="time"
              value={session.endsAt}
              onChange={(endsAt) => set(index, { endsAt })}
            />
            {!curriculum && (
              <button
                type="button"
                className="icon-button"
                aria-label={t('plan.remove-session', { number: index + 1 })}
                onClick={() => change({ sessions: sessions.filter((_, at) => at !== index) })}
              >
                <span className="kern-icon kern-icon--delete" aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ol>
      {sessions.length > 0 && !curriculum && (
        <div className="actions">
          <Button icon="add" onClick={add}>
            {t('plan.add-session')}
          </Button>
        </div>
      )}
    </>
  );
}
