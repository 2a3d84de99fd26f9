import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { textOf, type OwnProfile } from '../../api/own-rows.js';
import type { Written } from '../../api/rows.js';
import { seen, useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { checkChoice, errorsOf } from '../../ui/check.js';
import { checkContact, ReachFields, type Contact } from '../../ui/contact-fields.js';
import { useDraft } from '../../ui/draft.js';
import { TextField } from '../../ui/fields.js';
import { DraftNotice, filled, Form, type FieldErrors } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { nameOf } from '../../ui/person.js';
import { DayPartPicker, LanguagePicker, TopicPicker } from '../../ui/pickers.js';
import { Failure } from '../../ui/states.js';
import type { DayPart, TopicCode } from '../../ui/vocabulary.js';

interface Profile extends Contact {
  readonly languages: readonly string[];
  readonly topics: readonly TopicCode[];
  readonly availability: readonly DayPart[];
  readonly capacity: string;
  readonly maxDistanceKm: string;
}

/** How one is reached and how one helps, as a form that starts with what is stored. */
export function ContactData({ tenant, profile }: { readonly tenant: string; readonly profile: OwnProfile }) {
  const words = useWords();
  const { t } = words;
  const [stored, setStored] = useState(() => formOf(profile));
  const { form, change, discard, restored, touched } = useDraft(`my-data.${tenant}`, stored);
  const [errors, setErrors] = useState<FieldErrors<Profile>>({});
  const saving = useAction((wish: Profile) => save(tenant, wish, profile.revision), {
    onDone: (_, wish) => {
      setStored(wish);
      discard();
    },
  });
  const submit = () => {
    const found = errorsOf({ ...checkContact(form, words), languages: checkChoice(form.languages, words) });
    setErrors(found);
    if (Object.keys(found).length === 0) saving.mutate(form);
  };
  return (
    <>
      <DraftNotice restored={restored && touched} onDiscard={discard} />
      <Form<Profile>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={saving.isPending}>
            {t('own.data.save')}
          </Button>
        }
      >
        <Panel title={t('own.data.contact')}>
          <p className="kern-body">{t('own.data.name', { name: nameOf(profile, words) })}</p>
          <ReachFields form={form} errors={errors} change={change} />
        </Panel>
        <HelpFields form={form} errors={errors} change={change} />
        {saving.isSuccess && !touched && <Notice tone="success" title={t('own.data.saved')} announce="polite" />}
        {saving.error && <Failure error={saving.error} />}
      </Form>
    </>
  );
}

function HelpFields(props: {
  readonly form: Profile;
  readonly errors: FieldErrors<Profile>;
  readonly change: (part: Partial<Profile>) => void;
}) {
  const { t } = useWords();
  const { form, errors, change } = props;
  return (
    <Panel title={t('own.data.help')}>
      <LanguagePicker
        label={t('offer.languages')}
        values={form.languages}
        error={errors.languages}
        onChange={(languages) => change({ languages })}
      />
      <TopicPicker
        label={t('offer.topics')}
        required={false}
        values={form.topics}
        onChange={(topics) => change({ topics })}
      />
      <DayPartPicker
        label={t('offer.availability')}
        hint={t('offer.availability.hint')}
        values={form.availability}
        onChange={(availability) => change({ availability })}
      />
      <div className="columns">
        <TextField
          label={t('volunteer.capacity')}
          type="number"
          min={0}
          value={form.capacity}
          onChange={(capacity) => change({ capacity })}
        />
        <TextField
          label={t('own.data.distance')}
          type="number"
          required={false}
          min={0}
          value={form.maxDistanceKm}
          onChange={(maxDistanceKm) => change({ maxDistanceKm })}
        />
      </div>
    </Panel>
  );
}

function formOf(profile: OwnProfile): Profile {
  return {
    givenName: textOf(profile.givenName),
    familyName: textOf(profile.familyName),
    email: textOf(profile.email),
    phone: textOf(profile.phone),
    preferredLanguage: profile.preferredLanguage ?? '',
    postalCode: profile.postalCode ?? '',
    town: profile.town ?? '',
    languages: profile.languages,
    topics: profile.topics as readonly TopicCode[],
    availability: profile.availability as readonly DayPart[],
    capacity: String(profile.capacity),
    maxDistanceKm: profile.maxDistanceKm === undefined ? '' : String(profile.maxDistanceKm),
  };
}

function save(tenant: string, form: Profile, revision: number): Promise<Written> {
  const { email, phone, preferredLanguage, postalCode, town, maxDistanceKm } = form;
  return answerOf(
    api.PATCH('/registration/{tenant}/me', {
      params: { path: { tenant } },
      headers: seen(revision),
      body: {
        ...filled({ email, phone, preferredLanguage, postalCode, town }),
        languages: [...form.languages],
        topics: [...form.topics],
        availability: [...form.availability],
        ...(form.capacity === '' ? {} : { capacity: Number(form.capacity) }),
        ...(maxDistanceKm === '' ? {} : { maxDistanceKm: Number(maxDistanceKm) }),
      },
    }),
  );
}
