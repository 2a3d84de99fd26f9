import { useParams } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.js';
import { useWords } from '../../i18n/index.js';
import { errorsOf } from '../../ui/check.js';
import { checkContact, ContactFields, emptyContact, type Contact } from '../../ui/contact-fields.js';
import { filled } from '../../ui/form.js';
import { Panel } from '../../ui/panel.js';
import { SentFormPage, useSentForm } from '../../ui/sent-form.js';
import { checkWish, emptyWish, wishBody, WishFields, type Wish } from '../../ui/wish-fields.js';

type Asking = Wish & Contact;

const empty: Asking = { ...emptyWish, ...emptyContact };

/** The open form of a household that asks for help itself, in its own language. */
export function AskForHelpPage() {
  const words = useWords();
  const { t } = words;
  const { tenant } = useParams({ from: '/t/$tenant/hilfe' });
  const asking = useSentForm({
    name: `ask-for-help.${tenant}`,
    empty,
    check: (form) => errorsOf({ ...checkContact(form, words), ...checkWish(form, words) }),
    send: (form, key) => send(tenant, { ...form, preferredLanguage: form.preferredLanguage || words.locale }, key),
  });
  return (
    <SentFormPage
      state={asking}
      title={t('ask.title')}
      lead={t('ask.lead')}
      send={t('ask.send')}
      done={{ title: t('ask.done'), text: t('ask.done.text'), again: t('ask.again') }}
    >
      <Panel title={t('ask.what')}>
        <WishFields {...asking} />
      </Panel>
      <Panel title={t('ask.who')}>
        <ContactFields {...asking} />
      </Panel>
    </SentFormPage>
  );
}

function send(tenant: string, form: Asking, key: string): Promise<unknown> {
  const { givenName, familyName, email, phone, preferredLanguage, postalCode, town } = form;
  return answerOf(
    api.POST('/registration/{tenant}/help-requests', {
      params: { path: { tenant } },
      headers: { 'idempotency-key': key },
      body: {
        ...filled({ email, phone, preferredLanguage, postalCode, town }),
        ...{ givenName, familyName },
        ...wishBody(form),
      },
    }),
  );
}
