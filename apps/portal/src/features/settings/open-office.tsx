import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { newKey } from '../../api/idempotency.js';
import type { Written } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { checkPostalCode, checkText, errorsOf } from '../../ui/check.js';
import { useDraft } from '../../ui/draft.js';
import { TextField } from '../../ui/fields.js';
import { filled, Form, type FieldErrors } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Failure } from '../../ui/states.js';

interface Address {
  readonly name: string;
  readonly postalCode: string;
  readonly town: string;
}

const empty: Address = { name: '', postalCode: '', town: '' };

/** Adds a place where people can be met. */
export function OpenOffice({ tenant }: { readonly tenant: string }) {
  const words = useWords();
  const { t } = words;
  const { form, change, discard } = useDraft(`office.${tenant}`, empty);
  const [errors, setErrors] = useState<FieldErrors<Address>>({});
  const [key, setKey] = useState(newKey);
  const opening = useAction(
    () =>
      answerOf<Written>(
        api.POST('/registration/{tenant}/offices', {
          params: { path: { tenant } },
          headers: { 'idempotency-key': key },
          body: { ...filled({ postalCode: form.postalCode, town: form.town }), name: form.name },
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
    const found = errorsOf({
      name: checkText(form.name, words),
      postalCode: checkPostalCode(form.postalCode, words),
    });
    setErrors(found);
    if (Object.keys(found).length === 0) opening.mutate(undefined);
  };
  return (
    <Form<Address>
      errors={errors}
      onSubmit={submit}
      footer={
        <Button type="submit" icon="add" busy={opening.isPending}>
          {t('offices.open')}
        </Button>
      }
    >
      <div className="columns">
        <TextField
          label={t('offices.name')}
          required
          value={form.name}
          error={errors.name}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={t('person.postal-code')}
          required={false}
          inputMode="numeric"
          dir="ltr"
          value={form.postalCode}
          error={errors.postalCode}
          onChange={(postalCode) => change({ postalCode })}
        />
        <TextField label={t('common.town')} required={false} value={form.town} onChange={(town) => change({ town })} />
      </div>
      {opening.isSuccess && <Notice tone="success" title={t('offices.opened')} announce="polite" />}
      {opening.error && <Failure error={opening.error} />}
    </Form>
  );
}
