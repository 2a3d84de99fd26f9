import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { checkChoice, checkPostalCode, errorsOf } from '../../ui/check.js';
import { DraftNotice, Form } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { useSentForm } from '../../ui/sent-form.js';
import { Failure, Loaded } from '../../ui/states.js';
import { NewRequestFields } from './new-request-fields.js';
import { emptyRequest, keptFrom, likeBefore, saveRequest, type KeptDetails, type NewRequest } from './new-request.js';
import { requestQuery } from './request-query.js';

/** A request that reached the office by phone, at the counter or from another office; or one that needs somebody again. */
export function NewRequestPage() {
  const { tenant } = useParams({ from: '/t/$tenant/buero/anfragen/neu' });
  const { from } = useSearch({ from: '/t/$tenant/buero/anfragen/neu' });
  return from === undefined ? (
    <RequestForm tenant={tenant} begin={emptyRequest} kept={{}} />
  ) : (
    <RequestAgain tenant={tenant} from={from} />
  );
}

function RequestAgain({ tenant, from }: { readonly tenant: string; readonly from: string }) {
  return (
    <Loaded query={useQuery(requestQuery(tenant, from))}>
      {(row) => <RequestForm tenant={tenant} begin={likeBefore(row)} kept={keptFrom(row)} from={from} />}
    </Loaded>
  );
}

function RequestForm(props: {
  readonly tenant: string;
  readonly begin: NewRequest;
  readonly kept: KeptDetails;
  readonly from?: string;
}) {
  const words = useWords();
  const { t } = words;
  const { tenant, kept, from } = props;
  const [begin] = useState(props.begin);
  const navigate = useNavigate();
  const { form, errors, change, discard, restored, submit, sending } = useSentForm({
    name: `new-request.${tenant}${from ? `.${from}` : ''}`,
    empty: begin,
    check: ({ languages, topics, postalCode }) =>
      errorsOf({
        languages: checkChoice(languages, words),
        topics: checkChoice(topics, words),
        postalCode: checkPostalCode(postalCode, words),
      }),
    send: (wish, key) => saveRequest(tenant, { form: wish, kept, key }),
    onDone: ({ id }) => void navigate({ to: '/t/$tenant/buero/anfragen/$id', params: { tenant, id } }),
  });
  return (
    <Page title={t('request.new.title')} lead={t(from ? 'request.again.lead' : 'request.new.lead')}>
      <DraftNotice restored={restored} onDiscard={discard} />
      <Form<NewRequest>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={sending.isPending}>
            {t('request.save')}
          </Button>
        }
      >
        <Panel title={t('request.what')}>
          <NewRequestFields form={form} errors={errors} change={change} />
        </Panel>
        {sending.error && <Failure error={sending.error} />}
      </Form>
    </Page>
  );
}
