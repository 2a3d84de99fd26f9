import { useParams } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.js';
import { useWords } from '../../i18n/index.js';
import { checkChoice, errorsOf } from '../../ui/check.js';
import { checkContact, ContactFields, emptyContact, type Contact } from '../../ui/contact-fields.js';
import { filled, type FieldErrors } from '../../ui/form.js';
import { Panel } from '../../ui/panel.js';
import { DayPartPicker, LanguagePicker, TopicPicker } from '../../ui/pickers.js';
import { SentFormPage, useSentForm } from '../../ui/sent-form.js';
import type { DayPart, TopicCode } from '../../ui/vocabulary.js';

interface Offer extends Contact {
  readonly languages: readonly string[];
  readonly topics: readonly TopicCode[];
  readonly availability: readonly DayPart[];
}

const empty: Offer = { ...emptyContact, languages: [], topics: [], availability: [] };

/** The open form of somebody who would like to be a guide. */
export function OfferHelpPage() {
  const words = useWords();
  const { t } = words;
  const { tenant } = useParams({ from: '/t/$tenant/mithelfen' });
  const offering = useSentForm({
    name: `offer-help.${tenant}`,
    empty,
    check: (form) => errorsOf({ ...checkContact(form, words), languages: checkChoice(form.languages, words) }),
    send: (form, key) => send(tenant, form, key),
  });
  return (
    <SentFormPage
      state={offering}
      title={t('offer.title')}
      lead={t('offer.lead')}
      send={t('offer.send')}
      done={{ title: t('offer.done'), text: t('offer.done.text'), again: t('offer.again') }}
    >
      <Panel title={t('offer.who')}>
        <ContactFields {...offering} />
      </Panel>
      <Panel title={t('offer.how')}>
        <HelpFields {...offering} />
      </Panel>
    </SentFormPage>
  );
}

function HelpFields(props: {
  readonly form: Offer;
  readonly errors: FieldErrors<Offer>;
  readonly change: (part: Partial<Offer>) => void;
}) {
  const { t } = useWords();
  const { form, errors, change } = props;
  return (
    <>
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
    </>
  );
}

function send(tenant: string, form: Offer, key: string): Promise<unknown> {
  const { givenName, familyName, languages, topics, availability, ...rest } = form;
  return answerOf(
    api.POST('/registration/{tenant}/interests', {
      params: { path: { tenant } },
      headers: { 'idempotency-key': key },
      body: {
        ...filled(rest),
        givenName,
        familyName,
        languages: [...languages],
        topics: [...topics],
        availability: [...availability],
      },
    }),
  );
}
