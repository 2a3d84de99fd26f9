import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { objectionReasons, type ErasureRow, type ObjectionReason } from '../../api/privacy.js';
import type { Written } from '../../api/rows.js';
import { seen } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { RadioGroup } from '../../ui/choices.js';
import { TextField } from '../../ui/fields.js';
import { shortCode } from './short-code.js';

interface Step {
  readonly tenant: string;
  readonly row: ErasureRow;
}

/** What an administrator decides about somebody who is to be forgotten. */
export function ErasureSteps({ tenant, row }: Step) {
  const { t } = useWords();
  if (!['requested', 'proposed'].includes(row.status)) return t('common.none');
  return (
    <span className="stack stack--tight">
      <OrderErasure tenant={tenant} row={row} />
      {row.status === 'proposed' && <ObjectToErasure tenant={tenant} row={row} />}
    </span>
  );
}

/** There is no way back, so that whoever orders it types which person they mean. */
function OrderErasure({ tenant, row }: Step) {
  const { t } = useWords();
  const code = shortCode(row.id);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const check = () => {
    const meant = typed.trim().toLowerCase() === code;
    setError(meant ? undefined : t('erasures.order.differs', { code }));
    return meant;
  };
  const order = () =>
    answerOf<Written>(
      api.POST('/registration/{tenant}/erasures/{id}/order', {
        params: { path: { tenant, id: row.id } },
        headers: seen(row.revision),
      }),
    );
  return (
    <AskingButton
      icon="delete"
      label={t('erasures.order')}
      about={code}
      title={t('erasures.order.ask')}
      text={t('erasures.order.text')}
      check={check}
      run={order}
      onClose={() => {
        setTyped('');
        setError(undefined);
      }}
    >
      <TextField
        label={t('erasures.order.type', { code })}
        dir="ltr"
        required
        autoComplete="off"
        value={typed}
        error={error}
        onChange={setTyped}
      />
    </AskingButton>
  );
}

function ObjectToErasure({ tenant, row }: Step) {
  const { t } = useWords();
  const [reason, setReason] = useState<ObjectionReason>('still-needed');
  const object = () =>
    answerOf<Written>(
      api.POST('/registration/{tenant}/erasures/{id}/objection', {
        params: { path: { tenant, id: row.id } },
        headers: seen(row.revision),
        body: { reason },
      }),
    );
  return (
    <AskingButton
      label={t('erasures.object')}
      about={shortCode(row.id)}
      title={t('erasures.object.ask')}
      text={t('erasures.object.text')}
      run={object}
    >
      <RadioGroup
        label={t('erasures.object.reason')}
        value={reason}
        options={objectionReasons.map((each) => [each, t(`erasures.object.reason.${each}`)])}
        onChange={setReason}
      />
    </AskingButton>
  );
}
