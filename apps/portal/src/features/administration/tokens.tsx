import { useQuery } from '@tanstack/react-query';
import { tokensQuery, type TokenRow } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import { seen } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { today } from '../../ui/code-words.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';

/** By what programs get in here: to see and to block. Making one stays with the command line, which shows the secret once. */
export function Tokens({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  return (
    <Panel title={t('tokens.title')}>
      <p className="kern-body">{t('tokens.text')}</p>
      <Loaded query={useQuery(tokensQuery(tenant))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="kern-body kern-body--muted">{t('tokens.none')}</p>
          ) : (
            <ul className="rows">
              {items.map((row) => (
                <li key={row.id} className="rows__with-action">
                  <Token tenant={tenant} row={row} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Token({ tenant, row }: { readonly tenant: string; readonly row: TokenRow }) {
  const { t, day, moment } = useWords();
  const { id, role, validUntil, revokedOn, lastUsedAt, revision } = row;
  const code = id.slice(-8);
  const revoke = () =>
    answerOf(
      api.POST('/registration/{tenant}/tokens/{id}/revoke', {
        params: { path: { tenant, id } },
        headers: seen(revision),
      }),
    );
  const used = lastUsedAt === null ? t('tokens.unused') : t('tokens.used', { moment: moment(lastUsedAt) });
  const ends = validUntil === undefined ? undefined : t('holds.until', { day: day(validUntil) });
  return (
    <>
      <span className="stack stack--tight">
        <span>
          <code>{code}</code> {t(`role.${role as 'coordinator'}`)}
        </span>
        <span className="rows__note">
          {[revokedOn ? t('oversights.revoked', { day: day(revokedOn) }) : ends, used].filter(Boolean).join(' · ')}
        </span>
      </span>
      {!revokedOn && (validUntil === undefined || validUntil >= today()) && (
        <AskingButton
          label={t('tokens.revoke')}
          about={code}
          title={t('tokens.revoke.ask', { code })}
          text={t('tokens.revoke.text')}
          run={revoke}
        />
      )}
    </>
  );
}
