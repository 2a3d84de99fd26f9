import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { holdReasons, type ErasureRow, type HoldReason } from '../../api/privacy.js';
import type { Written } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { checkText } from '../../ui/check.js';
import { RadioGroup } from '../../ui/choices.js';
import { today } from '../../ui/code-words.js';
import { DayField } from '../../ui/day-field.js';
import { Panel } from '../../ui/panel.js';

interface Person {
  readonly tenant: string;
  readonly id: string;
}

/** Why somebody's data must stay for now: Art. 17 para. 3 DSGVO. */
export function PersonHolds({ tenant, id, row }: Person & { readonly row: ErasureRow | null }) {
  const { t, day } = useWords();
  if (row && ['ordered', 'completed'].includes(row.status)) return null;
  const holds = row?.holds ?? [];
  const lift = (holdId: string) =>
    answerOf<Written>(
      api.DELETE('/registration/{tenant}/erasures/{id}/holds/{holdId}', { params: { path: { tenant, id, holdId } } }),
    );
  return (
    <Panel title={t('holds.title')}>
      {holds.length === 0 && <p className="kern-body kern-body--muted">{t('holds.none')}</p>}
      <ul className="rows">
        {holds.map(({ holdId, reason, until }) => (
          <li key={holdId} className="rows__with-action">
            <span>
              {t(`holds.reason.${reason}`)} · {t('holds.until', { day: day(until) })}
            </span>
            <AskingButton
              label={t('holds.lift')}
              about={t(`holds.reason.${reason}`)}
              title={t('holds.lift.ask')}
              text={t('holds.lift.text')}
              run={() => lift(holdId)}
            />
          </li>
        ))}
      </ul>
      <PlaceHold tenant={tenant} id={id} />
    </Panel>
  );
}

function PlaceHold({ tenant, id }: Person) {
  const words = useWords();
  const { t } = words;
  const [reason, setReason] = useState<HoldReason>('running-placement');
  const [until, setUntil] = useState('');
  const [error, setError] = useState<string>();
  const check = () => {
    const found = checkText(until, words) ?? (until < today() ? t('holds.until.past') : undefined);
    setError(found);
    return found === undefined;
  };
  const place = () =>
    answerOf<Written>(
      api.POST('/registration/{tenant}/erasures/{id}/holds', {
        params: { path: { tenant, id } },
        body: { reason, until },
      }),
    );
  return (
    <AskingButton
      label={t('holds.place')}
      title={t('holds.place.ask')}
      text={t('holds.place.text')}
      check={check}
      run={place}
    >
      <RadioGroup
        label={t('privacy.ground')}
        value={reason}
        options={holdReasons.map((each) => [each, t(`holds.reason.${each}`)])}
        onChange={setReason}
      />
      <DayField label={t('holds.last-day')} required value={until} error={error} onChange={setUntil} />
    </AskingButton>
  );
}
