import { useParams } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.js';
import { useWords } from '../../i18n/index.js';
import { checkChoice, errorsOf } from '../../ui/check.js';
import { checkContact, ContactFields, emptyContact, type Contact } from '../../ui/contact-fields.js';
import { filled } from '../../ui/form.js';
import { HelpFields, type Help } from '../../ui/help-fields.js';
import { Panel } from '../../ui/panel.js';
import { SentFormPage, useSentForm } from '../../ui/sent-form.js';

type Offer = Contact & Help;

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
