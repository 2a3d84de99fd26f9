import { localeCodes, locales, useWords, type Words } from '../i18n/index.js';
import { checkEmail, checkPostalCode, checkText } from './check.js';
import { SelectField } from './choices.js';
import { TextField } from './fields.js';
import type { FieldErrors } from './form.js';

/** How somebody is called and reached, as every form for people asks it. */
export interface Contact {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly preferredLanguage: string;
  readonly postalCode: string;
  readonly town: string;
}

export const emptyContact: Contact = {
  givenName: '',
  familyName: '',
  email: '',
  phone: '',
  preferredLanguage: '',
  postalCode: '',
  town: '',
};

/** What is wrong with it: somebody who can be reached neither by mail nor by phone is not let through. */
export function checkContact(form: Contact, words: Words) {
  const unreachable = form.email === '' && form.phone === '' ? words.t('person.reach.missing') : undefined;
  return {
    givenName: checkText(form.givenName, words),
    familyName: checkText(form.familyName, words),
    email: unreachable ?? checkEmail(form.email, words),
    postalCode: checkPostalCode(form.postalCode, words),
  };
}

interface ContactProps {
  readonly form: Contact;
  readonly errors: FieldErrors<Contact>;
  readonly change: (part: Partial<Contact>) => void;
}

/** How somebody is called and reached. */
export function ContactFields(props: ContactProps) {
  const { t } = useWords();
  const text = textFieldIn(props);
  return (
    <>
      <div className="columns">
        <TextField label={t('person.given-name')} required autoComplete="given-name" {...text('givenName')} />
        <TextField label={t('person.family-name')} required autoComplete="family-name" {...text('familyName')} />
      </div>
      <ReachFields {...props} />
    </>
  );
}

/** How somebody is reached, without what they are called. */
export function ReachFields(props: ContactProps) {
  const { t } = useWords();
  const text = textFieldIn(props);
  return (
    <>
      <p className="kern-body">
        {t('person.reach')} {t('person.reach.hint')}
      </p>
      <div className="columns">
        <TextField label={t('person.email')} type="email" autoComplete="email" dir="ltr" {...text('email')} />
        <TextField label={t('person.phone')} type="tel" autoComplete="tel" dir="ltr" {...text('phone')} />
      </div>
      <div className="columns">
        <TextField
          label={t('person.postal-code')}
          required={false}
          inputMode="numeric"
          autoComplete="postal-code"
          {...text('postalCode')}
        />
        <TextField label={t('person.town')} required={false} autoComplete="address-level2" {...text('town')} />
      </div>
      <SelectField
        label={t('person.language-for-messages')}
        value={props.form.preferredLanguage}
        empty={t('form.choose')}
        options={localeCodes.map((code) => [code, locales[code].name])}
        onChange={(preferredLanguage) => props.change({ preferredLanguage })}
      />
    </>
  );
}

function textFieldIn({ form, errors, change }: ContactProps) {
  return (field: keyof Contact) => ({
    value: form[field],
    error: errors[field],
    onChange: (value: string) => change({ [field]: value }),
  });
}
