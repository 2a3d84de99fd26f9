import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.js';
import { pagesQuery } from '../../api/pages.js';
import type { OwnMessage } from '../../api/own-rows.js';
import type { Page as PageOf } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { Page } from '../../ui/page.js';
import { PagesList } from '../../ui/pages-list.js';
import { Panel } from '../../ui/panel.js';
import { Empty } from '../../ui/states.js';

const ownMessagesQuery = (tenant: string) =>
  pagesQuery(['own-messages', tenant], ({ query, signal }) =>
    answerOf<PageOf<OwnMessage>>(
      api.GET('/notifications/{tenant}/me/messages', { params: { path: { tenant }, query }, signal }),
    ),
  );

/** What the platform has written to a volunteer or a household, in the language it was written in. */
export function MyMessagesPage() {
  const { t } = useWords();
  const { tenant = '' } = useParams({ strict: false });
  return (
    <Page title={t('nav.my-messages')} lead={t('own.messages.lead')}>
      <PagesList
        short
        list={useInfiniteQuery(ownMessagesQuery(tenant))}
        empty={<Empty title={t('own.messages.empty')} text={t('own.messages.empty.text')} />}
      >
        {(messages) => messages.map((message) => <Message key={message.id} message={message} />)}
      </PagesList>
    </Page>
  );
}

function Message({ message }: { readonly message: OwnMessage }) {
  const { moment } = useWords();
  return (
    <Panel title={message.subject}>
      <p className="kern-body kern-body--muted">{moment(message.sentAt ?? message.queuedAt)}</p>
      {message.paragraphs.map((paragraph) => (
        <p key={paragraph} className="kern-body" dir="auto">
          {paragraph}
        </p>
      ))}
    </Panel>
  );
}
