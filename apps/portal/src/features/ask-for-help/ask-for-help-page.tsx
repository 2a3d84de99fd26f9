import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey } from '../../api/idempotency.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { checkChoice, errorsOf } from '../../ui/check.js';
import { checkContact, ContactFields } from '../../ui/contact-fields.js';
import { useDraft } from '../../ui/draft.js';
import { DraftNotice, Form, type FieldErrors } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Failure } from '../../ui/states.js';
import { emptyWish, sendWish, type Wish } from './wish.js';
import { WishFields } from './wish-fields.js';

/** The open form of a household that asks for help itself, in its own language. */
export function AskForHelpPage() {
  const words = useWords();
  const { t } = words;
  const { tenant } = useParams({ from: '/t/$tenant/hilfe' });
  const { form, change, discard, restored, touched } = useDraft(`ask-for-help.${tenant}`, emptyWish);
  const [errors, setErrors] = useState<FieldErrors<Wish>>({});
  const [key, setKey] = useState(newKey);
  const sending = useMutation({
    mutationFn: () => sendWish(tenant, { ...form, preferredLanguage: form.preferredLanguage || words.locale }, key),
    onSuccess: discard,
  });
  const submit = () => {
    const found = errorsOf({
      ...checkContact(form, words),
      languages: checkChoice(form.languages, words),
      topics: checkChoice(form.topics, words),
      householdSize: /^([1-9]|[12]\d|30)$/.test(form.householdSize) ? undefined : t('form.bad-value'),
    });
    setErrors(found);
    if (Object.keys(found).length === 0) sending.mutate();
  };
  if (sending.isSuccess)
    return (
      <Page title={t('ask.title')}>
        <Notice tone="success" title={t('ask.done')} announce="polite">
          <p className="kern-body">{t('ask.done.text')}</p>
        </Notice>
        <div className="actions">
          <Button
            onClick={() => {
              setKey(newKey());
              sending.reset();
            }}
          >
            {t('ask.again')}
          </Button>
        </div>
      </Page>
    );
  return (
    <Page title={t('ask.title')} lead={t('ask.lead')}>
      <DraftNotice restored={restored && touched} onDiscard={discard} />
      <Form<Wish>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={sending.isPending}>
            {t('ask.send')}
          </Button>
        }
      >
        <Panel title={t('ask.what')}>
          <WishFields form={form} errors={errors} change={change} />
        </Panel>
        <Panel title={t('ask.who')}>
          <ContactFields form={form} errors={errors} change={change} />
        </Panel>
        <p className="kern-body kern-body--muted">{t('person.privacy')}</p>
        {sending.error && <Failure error={sending.error} />}
      </Form>
    </Page>
  );
}
