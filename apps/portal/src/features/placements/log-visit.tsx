import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { errorsOf } from '../../ui/check.js';
import { today } from '../../ui/code-words.js';
import { DayField } from '../../ui/day-field.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { useSentForm } from '../../ui/sent-form.js';
import { Failure } from '../../ui/states.js';

interface Visit {
  readonly on: string;
  readonly minutes: string;
  readonly note: string;
}

/** One more visit. Typed in twice it counts twice, so a repetition after an error, or after a reload, carries the same key. */
export function LogVisit({ tenant, placementId }: { readonly tenant: string; readonly placementId: string }) {
  const { t } = useWords();
  const { form, errors, change, submit, sending } = useSentForm<Visit, Written>({
    name: `visit.${placementId}`,
    empty: { on: today(), minutes: '60', note: '' },
    check: (visit) => {
      const minutes = Number(visit.minutes);
      const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440;
      return errorsOf({ minutes: fits ? undefined : t('form.bad-value') });
    },
    send: (visit, key) => log(tenant, placementId, visit, key),
  });
  return (
    <Panel title={t('placement.log')}>
      {sending.isSuccess && <Notice tone="success" title={t('placement.logged')} announce="polite" />}
      {sending.error && <Failure error={sending.error} />}
      <Form<Visit>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={sending.isPending}>
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

function log(tenant: string, id: string, { on, minutes, note }: Visit, key: string): Promise<Written> {
  return answerOf(
    api.POST('/matching/{tenant}/placements/{id}/visits', {
      params: { path: { tenant, id } },
      headers: { 'idempotency-key': key },
      body: { on, minutes: Number(minutes), ...(note ? { note } : {}) },
    }),
  );
}
