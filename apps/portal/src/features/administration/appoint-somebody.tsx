import { staffRoles, type StaffRole } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import { useWords, type Locale } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { checkChoice, checkEmail, checkText, errorsOf } from '../../ui/check.js';
import { CheckboxGroup } from '../../ui/choices.js';
import { TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { useSentForm } from '../../ui/sent-form.js';
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
  const { form, errors, change, submit, sending } = useSentForm({
    name: `appoint.${tenant}`,
    empty,
    check: ({ givenName, familyName, email, roles }) =>
      errorsOf({
        givenName: checkText(givenName, words),
        familyName: checkText(familyName, words),
        email: checkText(email, words) ?? checkEmail(email, words),
        roles: checkChoice(roles, words),
      }),
    send: (appointment, key) => invite(tenant, { ...appointment, preferredLanguage: locale }, key),
  });
  const text = (field: 'givenName' | 'familyName' | 'email') => ({
    value: form[field],
    error: errors[field],
    onChange: (value: string) => change({ [field]: value }),
  });
  return (
    <Panel title={t('staff.appoint')}>
      {sending.isSuccess && <Notice tone="success" title={t('staff.appointed')} announce="polite" />}
      {sending.error && <Failure error={sending.error} />}
      <Form<Appointment>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={sending.isPending}>
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

function invite(tenant: string, who: Appointment & { readonly preferredLanguage: Locale }, key: string) {
  return answerOf<Written>(
    api.POST('/registration/{tenant}/staff', {
      params: { path: { tenant } },
      headers: { 'idempotency-key': key },
      body: { ...who, roles: [...who.roles] },
    }),
  );
}
