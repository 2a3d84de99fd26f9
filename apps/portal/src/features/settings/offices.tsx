import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import type { OfficeRow } from '../../api/settings-rows.js';
import { officesQuery } from '../../api/settings.js';
import { seen } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { PagesList } from '../../ui/pages-list.js';
import { Panel } from '../../ui/panel.js';
import { Empty } from '../../ui/states.js';
import { OpenOffice } from './open-office.js';

/** Where people of the tenant can be met. */
export function Offices({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  return (
    <Panel title={t('offices.title')}>
      <PagesList
        short
        list={useInfiniteQuery(officesQuery(tenant))}
        empty={<Empty title={t('offices.empty')} text={t('offices.empty.text')} />}
      >
        {(rows) => (
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.id} className="rows__with-action">
                <Office tenant={tenant} row={row} />
              </li>
            ))}
          </ul>
        )}
      </PagesList>
      <OpenOffice tenant={tenant} />
    </Panel>
  );
}

function Office({ tenant, row }: { readonly tenant: string; readonly row: OfficeRow }) {
  const { t, day } = useWords();
  const { id, name, postalCode, town, closedOn, revision } = row;
  const close = () =>
    answerOf<Written>(
      api.POST('/registration/{tenant}/offices/{id}/close', {
        params: { path: { tenant, id } },
        headers: seen(revision),
      }),
    );
  return (
    <>
      <span className="stack stack--tight">
        <span>{name}</span>
        <span className="rows__note">
          {[postalCode, town].filter(Boolean).join(' ')}
          {closedOn && ` · ${t('offices.closed', { day: day(closedOn) })}`}
        </span>
      </span>
      {!closedOn && (
        <AskingButton
          label={t('offices.close')}
          about={name}
          title={t('offices.close.ask', { name })}
          text={t('offices.close.text')}
          run={close}
        />
      )}
    </>
  );
}
