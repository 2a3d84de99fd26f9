import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { newKey } from '../../api/idempotency.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { checkChoice, errorsOf } from '../../ui/check.js';
import { checkContact, ContactFields, emptyContact, type Contact } from '../../ui/contact-fields.js';
import { useDraft } from '../../ui/draft.js';
import { DraftNotice, filled, Form, type FieldErrors } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { DayPartPicker, LanguagePicker, TopicPicker } from '../../ui/pickers.js';
import { Failure } from '../../ui/states.js';
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
  const { form, change, discard, restored, touched } = useDraft(`offer-help.${tenant}`, empty);
  const [errors, setErrors] = useState<FieldErrors<Offer>>({});
  const [key, setKey] = useState(newKey);
  const sending = useMutation({ mutationFn: () => send(tenant, form, key), onSuccess: discard });
  const submit = () => {
    const found = errorsOf({ ...checkContact(form, words), languages: checkChoice(form.languages, words) });
    setErrors(found);
    if (Object.keys(found).length === 0) sending.mutate();
  };
  if (sending.isSuccess)
    return (
      <Page title={t('offer.title')}>
        <Notice tone="success" title={t('offer.done')} announce="polite">
          <p className="kern-body">{t('offer.done.text')}</p>
        </Notice>
        <div className="actions">
          <Button
            onClick={() => {
              setKey(newKey());
              sending.reset();
            }}
          >
            {t('offer.again')}
          </Button>
        </div>
      </Page>
    );
  return (
    <Page title={t('offer.title')} lead={t('offer.lead')}>
      <DraftNotice restored={restored && touched} onDiscard={discard} />
      <Form<Offer>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={sending.isPending}>
            {t('offer.send')}
          </Button>
        }
      >
        <Panel title={t('offer.who')}>
          <ContactFields form={form} errors={errors} change={change} />
        </Panel>
        <Panel title={t('offer.how')}>
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
        </Panel>
        <p className="kern-body kern-body--muted">{t('person.privacy')}</p>
        {sending.error && <Failure error={sending.error} />}
      </Form>
    </Page>
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
