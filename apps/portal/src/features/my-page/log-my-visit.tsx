import { useEffect, useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { newKey } from '../../api/idempotency.js';
import { Problem } from '../../api/problem.js';
import type { Written } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { errorsOf } from '../../ui/check.js';
import { today } from '../../ui/code-words.js';
import { DayField } from '../../ui/day-field.js';
import { useDraft } from '../../ui/draft.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { FilterTabs } from '../../ui/filter-tabs.js';
import { Form, type FieldErrors } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Failure } from '../../ui/states.js';

interface Visit {
  readonly open: boolean;
  readonly on: string;
  readonly minutes: string;
  readonly note: string;
  /** Kept with the rest: sent again after a reload, the visit still counts once. */
  readonly key: string;
}

const nothing: Visit = { open: false, on: '', minutes: '60', note: '', key: '' };
const usual = ['30', '60', '90', '120'];

/** The visit that has just been: today, an hour, unless told otherwise. */
export function LogMyVisit(props: { readonly tenant: string; readonly placementId: string; readonly label: string }) {
  const { t } = useWords();
  const { tenant, placementId, label } = props;
  const { form, change, discard } = useDraft(`my-visit.${placementId}`, nothing);
  const [errors, setErrors] = useState<FieldErrors<Visit>>({});
  const logging = useAction((visit: Visit) => send(tenant, placementId, visit), { again: true, onDone: discard });
  useWhenOnline(logging.error instanceof Problem && logging.error.status === 0, () => logging.mutate(form));
  const submit = () => {
    const minutes = Number(form.minutes);
    const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440;
    const found = errorsOf({ minutes: fits ? undefined : t('form.bad-value') });
    setErrors(found);
    if (Object.keys(found).length === 0) logging.mutate(form);
  };
  if (!form.open)
    return (
      <>
        {logging.isSuccess && <Notice tone="success" title={t('own.logged')} announce="polite" />}
        <Button
          variant="primary"
          icon="add"
          aria-label={`${t('own.log')}: ${label}`}
          onClick={() => change({ open: true, on: today(), key: newKey() })}
        >
          {t('own.log')}
        </Button>
      </>
    );
  return (
    <Form<Visit>
      errors={errors}
      onSubmit={submit}
      footer={
        <>
          <Button type="submit" variant="primary" busy={logging.isPending}>
            {t('own.log.save')}
          </Button>
          <Button variant="tertiary" onClick={discard}>
            {t('action.cancel')}
          </Button>
        </>
      }
    >
      <VisitFields form={form} error={errors.minutes} change={change} />
      {logging.isPending && logging.failureCount > 0 && (
        <Notice tone="info" title={t('own.log.retrying')} announce="polite" />
      )}
      {logging.error && (
        <Failure error={logging.error}>
          {logging.error instanceof Problem && logging.error.status === 0 && (
            <p className="kern-body">{t('own.log.kept')}</p>
          )}
        </Failure>
      )}
    </Form>
  );
}

function VisitFields(props: {
  readonly form: Visit;
  readonly error: string | undefined;
  readonly change: (part: Partial<Visit>) => void;
}) {
  const { t, duration } = useWords();
  const { form, change } = props;
  return (
    <>
      <FilterTabs
        label={t('own.log.how-long')}
        value={form.minutes}
        options={usual.map((each) => [each, duration(Number(each))])}
        onChange={(minutes) => change({ minutes })}
      />
      <div className="columns">
        <TextField
          label={t('placement.minutes')}
          type="number"
          inputMode="numeric"
          min={1}
          max={1440}
          value={form.minutes}
          error={props.error}
          onChange={(minutes) => change({ minutes })}
        />
        <DayField label={t('common.day')} value={form.on} max={today()} onChange={(on) => change({ on })} />
      </div>
      <TextArea
        label={t('common.note')}
        required={false}
        rows={2}
        maxLength={4000}
        value={form.note}
        onChange={(note) => change({ note })}
      />
    </>
  );
}

function send(tenant: string, id: string, { on, minutes, note, key }: Visit): Promise<Written> {
  return answerOf(
    api.POST('/matching/{tenant}/me/placements/{id}/visits', {
      params: { path: { tenant, id } },
      headers: { 'idempotency-key': key },
      body: { minutes: Number(minutes), ...(on ? { on } : {}), ...(note ? { note } : {}) },
    }),
  );
}

/** Does it once the device has a network again, if it waits for one. */
function useWhenOnline(waits: boolean, act: () => void): void {
  useEffect(() => {
    if (!waits) return;
    globalThis.addEventListener('online', act, { once: true });
    return () => globalThis.removeEventListener('online', act);
  });
}
