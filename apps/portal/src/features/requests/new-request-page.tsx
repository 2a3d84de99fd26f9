import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey } from '../../api/idempotency.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { checkChoice, checkPostalCode, errorsOf } from '../../ui/check.js';
import { useDraft } from '../../ui/draft.js';
import { DraftNotice, Form, type FieldErrors } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
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
  const { form, change, discard, restored, touched } = useDraft(
    `new-request.${tenant}${from ? `.${from}` : ''}`,
    begin,
  );
  const [errors, setErrors] = useState<FieldErrors<NewRequest>>({});
  const [key] = useState(newKey);
  const saving = useAction(() => saveRequest(tenant, { form, kept, key }), {
    onDone: ({ id }) => {
      discard();
      void navigate({ to: '/t/$tenant/buero/anfragen/$id', params: { tenant, id } });
    },
  });
  const submit = () => {
    const found = errorsOf({
      languages: checkChoice(form.languages, words),
      topics: checkChoice(form.topics, words),
      postalCode: checkPostalCode(form.postalCode, words),
    });
    setErrors(found);
    if (Object.keys(found).length === 0) saving.mutate(undefined);
  };
  return (
    <Page title={t('request.new.title')} lead={t(from ? 'request.again.lead' : 'request.new.lead')}>
      <DraftNotice restored={restored && touched} onDiscard={discard} />
      <Form<NewRequest>
        errors={errors}
        onSubmit={submit}
        footer={
          <Button type="submit" variant="primary" busy={saving.isPending}>
            {t('request.save')}
          </Button>
        }
      >
        <Panel title={t('request.what')}>
          <NewRequestFields form={form} errors={errors} change={change} />
        </Panel>
        {saving.error && <Failure error={saving.error} />}
      </Form>
    </Page>
  );
}
