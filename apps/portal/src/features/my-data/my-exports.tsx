import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { newKey } from '../../api/idempotency.js';
import { readAll } from '../../api/pages.js';
import type { OwnExport } from '../../api/own-rows.js';
import type { Page, Written } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Panel } from '../../ui/panel.js';
import { Failure, Loaded } from '../../ui/states.js';

/** How often one looks whether the services have gathered everything. */
const lookAgainMs = 2_000;

const ownExportsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['own-exports', tenant],
    queryFn: ({ signal }) =>
      readAll((query) =>
        answerOf<Page<OwnExport>>(
          api.GET('/registration/{tenant}/me/exports', { params: { path: { tenant }, query }, signal }),
        ),
      ),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => status === 'gathering') ? lookAgainMs : false,
  });

/** Everything that is stored about oneself (Art. 15 and 20 DSGVO): ask for it, and fetch it. */
export function MyExports({ tenant }: { readonly tenant: string }) {
  const { t, day } = useWords();
  const [key, setKey] = useState(newKey);
  const asking = useAction(
    () =>
      answerOf<Written>(
        api.POST('/registration/{tenant}/me/exports', {
          params: { path: { tenant } },
          headers: { 'idempotency-key': key },
          body: {},
        }),
      ),
    { again: true, onDone: () => setKey(newKey()) },
  );
  return (
    <Panel title={t('own.export')}>
      <p className="kern-body">{t('own.export.text')}</p>
      <Loaded query={useQuery(ownExportsQuery(tenant))}>
        {({ items }) => (
          <ul className="rows" aria-live="polite">
            {items.map(({ id, status, requestedOn }) => (
              <li key={id}>
                <span>{t(`own.export.${status}`, { day: day(requestedOn) })}</span>
                {status === 'complete' && <Files tenant={tenant} id={id} />}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {asking.error && <Failure error={asking.error} />}
      <Button busy={asking.isPending} onClick={() => asking.mutate(undefined)}>
        {t('own.export.ask')}
      </Button>
    </Panel>
  );
}

function Files({ tenant, id }: { readonly tenant: string; readonly id: string }) {
  const { t } = useWords();
  const file = (name: string, label: string) => (
    <a className={buttonClass('tertiary')} href={`/registration/${tenant}/me/exports/${id}/${name}`} download>
      <Icon name="download" />
      <span className="kern-label">{label}</span>
    </a>
  );
  return (
    <span className="actions">
      {file('document.pdf', t('own.export.pdf'))}
      {file('data.json', t('own.export.json'))}
    </span>
  );
}
