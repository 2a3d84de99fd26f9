import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { MessageRow } from '../../api/rows.js';
import { seen, useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Failure, Loaded } from '../../ui/states.js';

const previewQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['message-preview', tenant, id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/notifications/{tenant}/messages/{id}/preview', { params: { path: { tenant, id } }, signal })),
  });

/** What a mail says, before it is sent once more. */
export function MessagePreview(props: {
  readonly tenant: string;
  readonly row: MessageRow;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const { tenant, row, onClose } = props;
  const sending = useAction(() => retry(tenant, row), { onDone: onClose });
  return (
    <Dialog
      title={t('messages.read.title')}
      onClose={onClose}
      footer={
        <>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.close')}
          </Button>
          {row.status === 'given-up' && (
            <Button variant="primary" busy={sending.isPending} onClick={() => sending.mutate(undefined)}>
              {t('messages.retry')}
            </Button>
          )}
        </>
      }
    >
      {sending.error && <Failure error={sending.error} />}
      <Loaded query={useQuery(previewQuery(tenant, row.id))}>
        {({ subject, text, language }) => (
          <div className="letter" lang={language} dir="ltr">
            <p className="kern-title">{subject}</p>
            <p className="letter__text">{text}</p>
          </div>
        )}
      </Loaded>
      <p className="kern-body kern-body--muted">{t('messages.read.links')}</p>
    </Dialog>
  );
}

function retry(tenant: string, { id, revision }: MessageRow) {
  return answerOf(
    api.POST('/notifications/{tenant}/messages/{id}/retry', {
      params: { path: { tenant, id } },
      headers: seen(revision),
    }),
  );
}
