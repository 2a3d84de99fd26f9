import { Link } from '@tanstack/react-router';
import type { RequestRow } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { languagesIn, topicsIn, waitingSince } from '../../ui/code-words.js';
import { HouseholdName, PersonName } from '../../ui/person.js';
import { Table } from '../../ui/table.js';

/** Requests with who asks, what for, how long they have waited and how they stand. */
export function RequestTable({ tenant, rows }: { readonly tenant: string; readonly rows: readonly RequestRow[] }) {
  const words = useWords();
  const { t, day } = words;
  return (
    <Table
      caption={t('nav.requests')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('requests.name'),
          cell: (row) => (
            <span className="stack stack--tight">
              <Link to="/t/$tenant/buero/anfragen/$id" params={{ tenant, id: row.id }} className="text-link">
                {row.code ? `${row.code}: ` : ''}
                {topicsIn(words, row.topics)}
              </Link>
              {row.newcomerId && <HouseholdName tenant={tenant} id={row.newcomerId} />}
            </span>
          ),
        },
        { title: t('common.languages'), cell: (row) => languagesIn(words, row.languages) },
        { title: t('common.town'), cell: (row) => row.town ?? t('common.none') },
        {
          title: t('requests.waiting'),
          cell: (row) => (row.status === 'open' ? waitingSince(words, row.receivedOn) : day(row.receivedOn)),
        },
        { title: t('requests.who'), cell: (row) => <Who tenant={tenant} row={row} /> },
      ]}
    />
  );
}

function Who({ tenant, row }: { readonly tenant: string; readonly row: RequestRow }) {
  const { t } = useWords();
  if (row.proposal)
    return (
      <span className="stack stack--tight">
        <PersonName tenant={tenant} id={row.proposal.volunteerId} />
        {row.status === 'open' && (
          <Badge tone={row.proposal.status === 'accepted' ? 'success' : 'info'}>
            {t(`board.status.${row.proposal.status}`)}
          </Badge>
        )}
      </span>
    );
  if (row.status === 'open' && row.whyNot) return <Badge tone="warning">{t('requests.missing')}</Badge>;
  return t('common.none');
}
