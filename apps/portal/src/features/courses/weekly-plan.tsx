import type { CurriculumRow } from '../../api/training-rows.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { DayField } from '../../ui/day-field.js';
import { TextField } from '../../ui/fields.js';
import { weeklySessions, type CoursePlan } from './plan.js';

/** Makes all meetings at one stroke; a curriculum says how many there are. */
export function WeeklyPlan(props: {
  readonly form: CoursePlan;
  readonly change: (part: Partial<CoursePlan>) => void;
  readonly curriculum: CurriculumRow | undefined;
}) {
  const { t } = useWords();
  const { form, change, curriculum } = props;
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
    </>
  );
}
