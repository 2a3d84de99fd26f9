import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { pagesQuery } from '../../api/pages.js';
import { messageStatuses, type MessageRow, type Page as PageOf } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { FilterTabs } from '../../ui/filter-tabs.js';
import { Page } from '../../ui/page.js';
import { PagesList } from '../../ui/pages-list.js';
import { PersonName } from '../../ui/person.js';
import { Empty } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { MessagePreview } from './message-preview.js';
import './messages.css';

const tones = { queued: 'info', sent: 'success', 'given-up': 'danger', withdrawn: 'warning' } as const;

type Shown = MessageRow['status'] | 'all';

const messagesQuery = (tenant: string, shown: Shown) =>
  pagesQuery(['messages', tenant, shown], ({ query, signal }) =>
    answerOf<PageOf<MessageRow>>(
      api.GET('/notifications/{tenant}/messages', {
        params: { path: { tenant }, query: { ...query, ...(shown === 'all' ? {} : { status: shown }) } },
        signal,
      }),
    ),
  );

/** What the platform wrote to people, and whether it arrived. */
export function MessagesPage() {
  const { t } = useWords();
  const { tenant } = useParams({ from: '/t/$tenant/buero/mitteilungen' });
  const [status, setStatus] = useState<Shown>('all');
  return (
    <Page wide title={t('nav.messages')} lead={t('messages.lead')}>
      <FilterTabs
        label={t('common.status')}
        value={status}
        options={[
          ['all', t('form.any')] as const,
          ...messageStatuses.map((each) => [each, t(`message.status.${each}`)] as const),
        ]}
        onChange={setStatus}
      />
      <PagesList
        list={useInfiniteQuery(messagesQuery(tenant, status))}
        empty={<Empty title={t('messages.empty')} text={t('messages.empty.text')} />}
      >
        {(rows) => <Messages tenant={tenant} rows={rows} />}
      </PagesList>
    </Page>
  );
}

function Messages({ tenant, rows }: { readonly tenant: string; readonly rows: readonly MessageRow[] }) {
  const { t, moment, number } = useWords();
  return (
    <Table
      caption={t('nav.messages')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { title: t('messages.what'), cell: ({ template }) => t(`message.template.${template}`) },
        { title: t('messages.to'), cell: ({ recipientId }) => <PersonName tenant={tenant} id={recipientId} /> },
        { title: t('messages.queued'), cell: ({ queuedAt }) => moment(queuedAt) },
        { title: t('messages.attempts'), numeric: true, cell: ({ attempts }) => number(attempts) },
        { title: t('common.status'), cell: (row) => <Outcome tenant={tenant} row={row} /> },
      ]}
    />
  );
}

function Outcome({ tenant, row }: { readonly tenant: string; readonly row: MessageRow }) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <span className="stack stack--tight">
      <Badge tone={tones[row.status]}>{t(`message.status.${row.status}`)}</Badge>
      {row.status !== 'sent' && row.lastError && <small>{t(`message.error.${row.lastError}`)}</small>}
      <Button
        icon="mail"
        aria-label={`${t('messages.read')}: ${t(`message.template.${row.template}`)}`}
        onClick={() => setOpened(true)}
      >
        {t('messages.read')}
      </Button>
      {opened && <MessagePreview tenant={tenant} row={row} onClose={() => setOpened(false)} />}
    </span>
  );
}
