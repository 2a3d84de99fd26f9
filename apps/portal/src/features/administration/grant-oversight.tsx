import { useState } from 'react';
import { oversightFields, type OversightField } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import { newKey } from '../../api/idempotency.js';
import type { PublicTenant } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { checkText, errorsOf } from '../../ui/check.js';
import { CheckboxGroup, SelectField } from '../../ui/choices.js';
import { today } from '../../ui/code-words.js';
import { DayField } from '../../ui/day-field.js';
import { TextField } from '../../ui/fields.js';
import type { FieldErrors } from '../../ui/form.js';

interface Grant {
  readonly county: string;
  readonly purpose: string;
  readonly fields: readonly OversightField[];
  readonly until: string;
}

/** Lets a county read. Figures without small numbers come with every grant; more must be named. */
export function GrantOversight(props: { readonly tenant: string; readonly counties: readonly PublicTenant[] }) {
  const words = useWords();
  const { t } = words;
  const { tenant, counties } = props;
  const empty: Grant = { county: counties[0]?.id ?? '', purpose: '', fields: [], until: '' };
  const [grant, setGrant] = useState(empty);
  const [errors, setErrors] = useState<FieldErrors<Grant>>({});
  const [key, setKey] = useState(newKey);
  const change = (part: Partial<Grant>) => setGrant({ ...grant, ...part });
  const check = () => {
    const past = grant.until < today() ? t('holds.until.past') : undefined;
    const found = errorsOf({
      purpose: checkText(grant.purpose, words),
      until: checkText(grant.until, words) ?? past,
    });
    setErrors(found);
    return Object.keys(found).length === 0;
  };
  const close = () => {
    setGrant(empty);
    setErrors({});
    setKey(newKey());
  };
  return (
    <AskingButton
      label={t('oversights.grant')}
      title={t('oversights.grant.ask')}
      text={t('oversights.grant.text')}
      check={check}
      run={() => send(tenant, grant, key)}
      onClose={close}
    >
      <GrantFields form={grant} errors={errors} change={change} counties={counties} />
    </AskingButton>
  );
}

function GrantFields(props: {
  readonly form: Grant;
  readonly errors: FieldErrors<Grant>;
  readonly change: (part: Partial<Grant>) => void;
  readonly counties: readonly PublicTenant[];
}) {
  const { t } = useWords();
  const { form, errors, change, counties } = props;
  return (
    <>
      <SelectField
        label={t('oversights.county')}
        value={form.county}
        options={counties.map(({ id, name }) => [id, name])}
        onChange={(county) => change({ county })}
      />
      <TextField
        label={t('oversights.purpose')}
        required
        maxLength={200}
        value={form.purpose}
        error={errors.purpose}
        onChange={(purpose) => change({ purpose })}
      />
      <CheckboxGroup
        label={t('oversights.fields')}
        required={false}
        values={form.fields}
        options={oversightFields.map((field) => [field, t(`oversights.field.${field}`)])}
        onChange={(fields) => change({ fields })}
      />
      <DayField
        label={t('holds.last-day')}
        required
        value={form.until}
        error={errors.until}
        onChange={(until) => change({ until })}
      />
    </>
  );
}

function send(tenant: string, grant: Grant, key: string): Promise<unknown> {
  return answerOf(
    api.POST('/registration/{tenant}/oversights', {
      params: { path: { tenant } },
      headers: { 'idempotency-key': key },
      body: { ...grant, fields: [...grant.fields] },
    }),
  );
}
