import { useState } from 'react';
import { staffRoles, type StaffRole } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import { newKey } from '../../api/idempotency.js';
import type { Written } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { checkChoice, checkEmail, checkText, errorsOf } from '../../ui/check.js';
import { CheckboxGroup } from '../../ui/choices.js';
import { useDraft } from '../../ui/draft.js';
import { TextField } from '../../ui/fields.js';
import { Form, type FieldErrors } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { Failure } from '../../ui/states.js';

interface Appointment {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
}

const empty: Appointment = { givenName: '', familyName: '', email: '', roles: [] };

/** Invites somebody to work here; the roles begin when they have signed in and accepted. */
export function AppointSomebody({ tenant }: { readonly tenant: string }) {
  const words = useWords();
  const { t, locale } = words;
  const { form, change, discard } = useDraft(`appoint.${tenant}`, empty);
  const [errors, setErrors] = useState<FieldErrors<Appointment>>({});
  const [key, setKey] = useState(newKey);
  const inviting = useAction(
    () =>
      answerOf<Written>(
        api.POST('/registration/{tenant}/staff', {
          params: { path: { tenant } },
          headers: { 'idempotency-key': key },
          body: { ...form, roles: [...form.roles], preferredLanguage: locale },
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
      givenName: checkText(form.givenName, words),
      familyName: checkText(form.familyName, words),
      email: checkText(form.email, words) ?? checkEmail(form.email, words),
      roles: checkChoice(form.roles, words),
    });
    setErrors(found);
    if (Object.keys(found).length === 0) inviting.mutate(undefined);
  };
  const text = (field: 'givenName' | 'familyName' | 'email') => ({
    value: form[field],
    error: errors[field],
    onChange: (value: string) => change({ [field]: value }),
  });
  return (
    <Panel title={t('staff.appoint')}>
      {inviting.isSuccess && <Notice tone="success" title={t('staff.appointed')} announce="polite" />}
      {inviting.error && <Failure error={inviting.error} />}
      <Form<Appointment>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={inviting.isPending}>
            {t('staff.invite')}
          </Button>
        }
      >
        <div className="columns">
          <TextField label={t('person.given-name')} required autoComplete="off" {...text('givenName')} />
          <TextField label={t('person.family-name')} required autoComplete="off" {...text('familyName')} />
          <TextField label={t('person.email')} required type="email" autoComplete="off" dir="ltr" {...text('email')} />
        </div>
        <CheckboxGroup
          label={t('staff.roles')}
          values={form.roles}
          error={errors.roles}
          options={staffRoles.map((role) => [role, t(`role.${role}`)])}
          onChange={(roles) => change({ roles })}
        />
      </Form>
    </Panel>
  );
}
