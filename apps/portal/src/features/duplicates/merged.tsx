import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { mergedQuery } from '../../api/duplicates.js';
import type { VolunteerRow, Written } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { PagesList } from '../../ui/pages-list.js';
import { Panel } from '../../ui/panel.js';
import { nameOf, PersonName } from '../../ui/person.js';

/** Who was merged, and the way back. */
export function Merged({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  return (
    <Panel title={t('duplicates.merged')}>
      <PagesList
        short
        list={useInfiniteQuery(mergedQuery(tenant))}
        empty={<p className="kern-body kern-body--muted">{t('duplicates.merged.none')}</p>}
      >
        {(rows) => (
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.id} className="rows__with-action">
                <MergedPerson tenant={tenant} row={row} />
              </li>
            ))}
          </ul>
        )}
      </PagesList>
    </Panel>
  );
}

function MergedPerson({ tenant, row }: { readonly tenant: string; readonly row: VolunteerRow }) {
  const words = useWords();
  const { t } = words;
  const name = nameOf(row, words);
  const undo = () =>
    answerOf<Written>(
      api.DELETE('/registration/{tenant}/volunteers/{id}/merge', { params: { path: { tenant, id: row.id } } }),
    );
  return (
    <>
      <span>
        {t('duplicates.merged.into', { name })} <PersonName tenant={tenant} id={row.mergedInto ?? ''} />
      </span>
      <AskingButton
        label={t('duplicates.undo')}
        about={name}
        title={t('duplicates.undo.ask', { name })}
        text={t('duplicates.undo.text')}
        run={undo}
      />
    </>
  );
}
