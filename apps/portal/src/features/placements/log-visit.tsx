import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { newKey } from '../../api/idempotency.js';
import type { Written } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { errorsOf } from '../../ui/check.js';
import { today } from '../../ui/code-words.js';
import { DayField } from '../../ui/day-field.js';
import { useDraft } from '../../ui/draft.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { Form, type FieldErrors } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { Failure } from '../../ui/states.js';

interface Visit {
  readonly on: string;
  readonly minutes: string;
  readonly note: string;
}

/** One more visit. Typed in twice it counts twice, so a repetition after an error carries the same key. */
export function LogVisit({ tenant, placementId }: { readonly tenant: string; readonly placementId: string }) {
  const { t } = useWords();
  const [empty] = useState<Visit>(() => ({ on: today(), minutes: '60', note: '' }));
  const { form, change, discard } = useDraft(`visit.${placementId}`, empty);
  const [errors, setErrors] = useState<FieldErrors<Visit>>({});
  const [key, setKey] = useState(newKey);
  const logging = useAction(
    () =>
      answerOf<Written>(
        api.POST('/matching/{tenant}/placements/{id}/visits', {
          params: { path: { tenant, id: placementId } },
          headers: { 'idempotency-key': key },
          body: { on: form.on, minutes: Number(form.minutes), ...(form.note ? { note: form.note } : {}) },
        }),
      ),
    {
      onDone: () => {
        discard();
        setKey(newKey());
      },
    },
  );
  const submit = () => {
    const minutes = Number(form.minutes);
    const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440;
    const found = errorsOf({ minutes: fits ? undefined : t('form.bad-value') });
    setErrors(found);
    if (Object.keys(found).length === 0) logging.mutate(undefined);
  };
  return (
    <Panel title={t('placement.log')}>
      {logging.isSuccess && <Notice tone="success" title={t('placement.logged')} announce="polite" />}
      {logging.error && <Failure error={logging.error} />}
      <Form<Visit>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={logging.isPending}>
            {t('placement.log')}
          </Button>
        }
      >
        <div className="columns">
          <DayField label={t('common.day')} value={form.on} max={today()} onChange={(on) => change({ on })} />
          <TextField
            label={t('placement.minutes')}
            type="number"
            min={1}
            max={1440}
            value={form.minutes}
            error={errors.minutes}
            onChange={(minutes) => change({ minutes })}
          />
        </div>
        <TextArea
          label={t('common.note')}
          required={false}
          maxLength={4000}
          value={form.note}
          onChange={(note) => change({ note })}
        />
      </Form>
    </Panel>
  );
}
