import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { newKey } from '../../api/idempotency.js';
import type { RequestRow, Written } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { checkChoice, checkPostalCode, errorsOf } from '../../ui/check.js';
import { SelectField } from '../../ui/choices.js';
import { useDraft } from '../../ui/draft.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { DraftNotice, filled, Form, type FieldErrors } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { DayPartPicker, LanguagePicker, TopicPicker } from '../../ui/pickers.js';
import { Failure } from '../../ui/states.js';
import type { DayPart, TopicCode } from '../../ui/vocabulary.js';

interface NewRequest {
  readonly code: string;
  readonly askedBy: RequestRow['askedBy'] | '';
  readonly languages: readonly string[];
  readonly topics: readonly TopicCode[];
  readonly availability: readonly DayPart[];
  readonly postalCode: string;
  readonly town: string;
  readonly urgency: RequestRow['urgency'] | '';
  readonly kind: RequestRow['kind'] | '';
  readonly note: string;
}

const empty: NewRequest = {
  ...{ code: '', askedBy: 'self', languages: [], topics: [], availability: [] },
  ...{ postalCode: '', town: '', urgency: 'normal', kind: 'one-off', note: '' },
};
const askers = ['self', 'school', 'job-centre', 'social-office', 'childcare', 'other'] as const;
const urgencies = ['normal', 'high', 'immediate'] as const;
const kinds = ['one-off', 'long-term'] as const;

/** A request that reached the office by phone, at the counter or from another office. */
export function NewRequestPage() {
  const words = useWords();
  const { t } = words;
  const { tenant } = useParams({ from: '/t/$tenant/buero/anfragen/neu' });
  const navigate = useNavigate();
  const { form, change, discard, restored, touched } = useDraft(`new-request.${tenant}`, empty);
  const [errors, setErrors] = useState<FieldErrors<NewRequest>>({});
  const [key] = useState(newKey);
  const saving = useAction(() => save(tenant, form, key), {
    onDone: ({ id }) => {
      discard();
      void navigate({ to: '/t/$tenant/buero/anfragen/$id', params: { tenant, id } });
    },
  });
  const submit = () => {
    const found = errorsOf({
      languages: checkChoice(form.languages, words),
      topics: checkChoice(form.topics, words),
      postalCode: checkPostalCode(form.postalCode, words),
    });
    setErrors(found);
    if (Object.keys(found).length === 0) saving.mutate(undefined);
  };
  return (
    <Page title={t('request.new.title')} lead={t('request.new.lead')}>
      <DraftNotice restored={restored && touched} onDiscard={discard} />
      <Form<NewRequest>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={saving.isPending}>
            {t('request.save')}
          </Button>
        }
      >
        <Panel title={t('request.what')}>
          <Fields form={form} errors={errors} change={change} />
        </Panel>
        {saving.error && <Failure error={saving.error} />}
      </Form>
    </Page>
  );
}

function Fields(props: {
  readonly form: NewRequest;
  readonly errors: FieldErrors<NewRequest>;
  readonly change: (part: Partial<NewRequest>) => void;
}) {
  const { t } = useWords();
  const { form, errors, change } = props;
  return (
    <>
      <TopicPicker
        label={t('common.topics')}
        values={form.topics}
        error={errors.topics}
        onChange={(topics) => change({ topics })}
      />
      <LanguagePicker
        label={t('common.languages')}
        values={form.languages}
        error={errors.languages}
        onChange={(languages) => change({ languages })}
      />
      <DayPartPicker
        label={t('common.availability')}
        values={form.availability}
        onChange={(availability) => change({ availability })}
      />
      <div className="columns">
        <TextField
          label={t('person.postal-code')}
          required={false}
          inputMode="numeric"
          value={form.postalCode}
          error={errors.postalCode}
          onChange={(postalCode) => change({ postalCode })}
        />
        <TextField label={t('common.town')} required={false} value={form.town} onChange={(town) => change({ town })} />
        <SelectField
          label={t('request.urgency')}
          value={form.urgency}
          options={urgencies.map((each) => [each, t(`request.urgency.${each}`)])}
          onChange={(urgency) => change({ urgency })}
        />
        <SelectField
          label={t('request.kind')}
          value={form.kind}
          options={kinds.map((each) => [each, t(`request.kind.${each}`)])}
          onChange={(kind) => change({ kind })}
        />
        <SelectField
          label={t('request.asked-by')}
          value={form.askedBy}
          options={askers.map((each) => [each, t(`request.asked-by.${each}`)])}
          onChange={(askedBy) => change({ askedBy })}
        />
        <TextField
          label={t('request.code')}
          hint={t('request.code.hint')}
          required={false}
          maxLength={30}
          value={form.code}
          onChange={(code) => change({ code })}
        />
      </div>
      <TextArea
        label={t('common.note')}
        required={false}
        maxLength={4000}
        value={form.note}
        onChange={(note) => change({ note })}
      />
    </>
  );
}

function save(tenant: string, form: NewRequest, key: string): Promise<Written> {
  const { languages, topics, availability, askedBy, urgency, kind, ...rest } = form;
  return answerOf(
    api.POST('/matching/{tenant}/requests', {
      params: { path: { tenant } },
      headers: { 'idempotency-key': key },
      body: {
        ...filled(rest),
        ...(askedBy ? { askedBy } : {}),
        ...(urgency ? { urgency } : {}),
        ...(kind ? { kind } : {}),
        languages: [...languages],
        topics: [...topics],
        availability: [...availability],
      },
    }),
  );
}
