import type { CurriculumRow } from '../../api/training-rows.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { daysLater, type CoursePlan, type PlannedSession } from './plan.js';
import { SessionRow } from './session-row.js';
import { WeeklyPlan } from './weekly-plan.js';

/** The meetings: made weekly at one stroke, then changed one by one. Every module of a curriculum has to be taught. */
export function PlanSessions(props: {
  readonly form: CoursePlan;
  readonly change: (part: Partial<CoursePlan>) => void;
  readonly curriculum: CurriculumRow | undefined;
}) {
  const { t } = useWords();
  const { form, change, curriculum } = props;
  const { sessions } = form;
  const set = (index: number, part: Partial<PlannedSession>) =>
    change({ sessions: sessions.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  const remove = (index: number) => change({ sessions: sessions.filter((_, at) => at !== index) });
  return (
    <>
      <WeeklyPlan {...props} />
      <ol className="sessions">
        {sessions.map((session, index) => (
          <SessionRow
            key={index}
            number={index + 1}
            session={session}
            change={(part) => set(index, part)}
            onRemove={curriculum ? undefined : () => remove(index)}
          />
        ))}
      </ol>
      {sessions.length > 0 && !curriculum && (
        <div className="actions">
          <Button icon="add" onClick={() => change({ sessions: [...sessions, nextSession(form)] })}>
            {t('plan.add-session')}
          </Button>
        </div>
      )}
    </>
  );
}

/** A week after the last one, at the same time of the day. */
function nextSession(form: CoursePlan): PlannedSession {
  const last = form.sessions.at(-1);
  const { startsAt, endsAt } = last ?? form;
  return { title: '', heldOn: last ? daysLater(last.heldOn, 7) : form.firstDay, startsAt, endsAt };
}
