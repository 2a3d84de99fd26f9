import { answerOf, api } from '../../api/client.js';
import type { OwnRequest } from '../../api/household.js';
import type { Written } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { Badge } from '../../ui/badge.js';
import { daysSince, topicsIn } from '../../ui/code-words.js';
import type { Tone } from '../../ui/notice.js';
import { AskedFacts } from '../../ui/what-is-asked.js';

const tones: Readonly<Record<OwnRequest['status'], Tone>> = {
  open: 'warning',
  confirmed: 'success',
  ended: 'info',
  withdrawn: 'info',
};

/** One request in plain words: what becomes of it, since when one waits, and the way to take it back. */
export function MyRequest({ tenant, row }: { readonly tenant: string; readonly row: OwnRequest }) {
  const words = useWords();
  const { t, day } = words;
  return (
    <>
      <div>
        <h3 className="kern-title">{topicsIn(words, row.topics)}</h3>
        <p className="card__note">
          {t('household.asked-on', { day: day(row.receivedOn) })}
          {row.status === 'open' && <Waiting since={row.receivedOn} />}
        </p>
      </div>
      <Badge tone={tones[row.status]}>{t(`household.status.${row.status}`)}</Badge>
      {row.status === 'open' && <p className="kern-body">{t('household.status.open.text')}</p>}
      <details>
        <summary>{t('request.what')}</summary>
        <div className="card__details">
          <AskedFacts about={row} />
        </div>
      </details>
      {row.status === 'open' && (
        <AskingButton
          label={t('household.withdraw')}
          title={t('household.withdraw.title')}
          text={t('household.withdraw.text')}
          run={() => withdraw(tenant, row.id)}
        />
      )}
    </>
  );
}

function Waiting({ since }: { readonly since: string }) {
  const { t } = useWords();
  const count = daysSince(since);
  return <> · {count === 0 ? t('household.since-today') : t('household.waiting', { count })}</>;
}

function withdraw(tenant: string, id: string): Promise<Written> {
  return answerOf(api.POST('/matching/{tenant}/me/requests/{id}/withdraw', { params: { path: { tenant, id } } }));
}
