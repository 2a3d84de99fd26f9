import { useWords } from '../../i18n/index.js';
import { DayField } from '../../ui/day-field.js';
import { TextField } from '../../ui/fields.js';
import type { PlannedSession } from './plan.js';

/** One meeting; it stays where a curriculum asks for it. */
export function SessionRow(props: {
  readonly number: number;
  readonly session: PlannedSession;
  readonly change: (part: Partial<PlannedSession>) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const { t } = useWords();
  const { number, session, change, onRemove } = props;
  return (
    <li className="sessions__row">
      <TextField
        label={`${number}. ${t('plan.session-title')}`}
        value={session.title}
        onChange={(title) => change({ title })}
      />
      <DayField label={t('common.day')} value={session.heldOn} onChange={(heldOn) => change({ heldOn })} />
      <TextField
        label={t('plan.from')}
        type="time"
        value={session.startsAt}
        onChange={(startsAt) => change({ startsAt })}
      />
      <TextField label={t('plan.to')} type="time" value={session.endsAt} onChange={(endsAt) => change({ endsAt })} />
      {onRemove && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('plan.remove-session', { number })}
          onClick={onRemove}
        >
          <span className="kern-icon kern-icon--delete" aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
