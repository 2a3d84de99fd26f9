import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { checkPostalCode, checkText, errorsOf } from '../../ui/check.js';
import { TextField } from '../../ui/fields.js';
import { filled, Form } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { useSentForm } from '../../ui/sent-form.js';
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
  const { form, errors, change, submit, sending } = useSentForm({
    name: `office.${tenant}`,
    empty,
    check: ({ name, postalCode }) =>
      errorsOf({ name: checkText(name, words), postalCode: checkPostalCode(postalCode, words) }),
    send: (address, key) => open(tenant, address, key),
  });
  return (
    <Form<Address>
      errors={errors}
      onSubmit={submit}
      footer={
        <Button type="submit" icon="add" busy={sending.isPending}>
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
      {sending.isSuccess && <Notice tone="success" title={t('offices.opened')} announce="polite" />}
      {sending.error && <Failure error={sending.error} />}
    </Form>
  );
}

function open(tenant: string, { name, ...where }: Address, key: string): Promise<Written> {
  return answerOf(
    api.POST('/registration/{tenant}/offices', {
      params: { path: { tenant } },
      headers: { 'idempotency-key': key },
      body: { ...filled(where), name },
    }),
  );
}
