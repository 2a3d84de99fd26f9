import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.js';
import { ownHouseholdQuery, type OwnHousehold } from '../../api/household.js';
import { useWords } from '../../i18n/index.js';
import { errorsOf } from '../../ui/check.js';
import { Panel } from '../../ui/panel.js';
import { SentFormPage, useSentForm } from '../../ui/sent-form.js';
import { Loaded } from '../../ui/states.js';
import { checkWish, emptyWish, wishBody, WishFields, type Wish } from '../../ui/wish-fields.js';

/** A household that is known asks for something else: who they are, they have said already. */
export function AskAgainPage() {
  const { tenant } = useParams({ from: '/t/$tenant/haushalt/neu' });
  return (
    <Loaded query={useQuery(ownHouseholdQuery(tenant))}>
      {(household) => <AskAgain tenant={tenant} household={household} />}
    </Loaded>
  );
}

function AskAgain({ tenant, household }: { readonly tenant: string; readonly household: OwnHousehold }) {
  const words = useWords();
  const { t } = words;
  const { languages, householdSize } = household;
  const asking = useSentForm({
    name: `ask-again.${tenant}`,
    empty: { ...emptyWish, languages, householdSize: String(householdSize) },
    check: (form: Wish) => errorsOf(checkWish(form, words)),
    send: (form, key) => send(tenant, { form, household, key }),
  });
  return (
    <SentFormPage
      state={asking}
      title={t('ask.title')}
      lead={t('ask.lead')}
      send={t('ask.send')}
      done={{ title: t('ask.done'), text: t('ask.done.text'), again: t('household.ask') }}
    >
      <Panel title={t('ask.what')}>
        <WishFields {...asking} />
      </Panel>
    </SentFormPage>
  );
}

interface Asking {
  readonly form: Wish;
  readonly household: OwnHousehold;
  readonly key: string;
}

function send(tenant: string, { form, household: { postalCode, town }, key }: Asking): Promise<unknown> {
  return answerOf(
    api.POST('/matching/{tenant}/me/requests', {
      params: { path: { tenant } },
      headers: { 'idempotency-key': key },
      body: { ...wishBody(form), ...(postalCode ? { postalCode } : {}), ...(town ? { town } : {}) },
    }),
  );
}
