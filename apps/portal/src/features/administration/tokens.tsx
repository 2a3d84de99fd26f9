import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tokensQuery, type TokenRow } from '../../api/administration.js';
import { answerOf, api } from '../../api/client.js';
import { nameQuery } from '../../api/names.js';
import { seen } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { AskingButton } from '../../ui/asking-button.js';
import { today } from '../../ui/code-words.js';
import { PagesList } from '../../ui/pages-list.js';
import { Panel } from '../../ui/panel.js';
import { nameOf } from '../../ui/person.js';
import { MadeToken } from './made-token.js';
import { MakeToken } from './make-token.js';

/** By what programs get in here: to see, to make and to block. */
export function Tokens({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  const [made, setMade] = useState<string | null>(null);
  return (
    <Panel title={t('tokens.title')}>
      <p className="kern-body">{t('tokens.text')}</p>
      <PagesList
        short
        list={useInfiniteQuery(tokensQuery(tenant))}
        empty={<p className="kern-body kern-body--muted">{t('tokens.none')}</p>}
      >
        {(rows) => (
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.id} className="rows__with-action">
                <Token tenant={tenant} row={row} />
              </li>
            ))}
          </ul>
        )}
      </PagesList>
      {made !== null && <MadeToken key={made} token={made} />}
      <MakeToken tenant={tenant} onMade={setMade} />
    </Panel>
  );
}

function Token({ tenant, row }: { readonly tenant: string; readonly row: TokenRow }) {
  const words = useWords();
  const { t, day, moment } = words;
  const { id, createdBy, role, validUntil, revokedOn, lastUsedAt, revision } = row;
  const code = id.slice(-8);
  const { data: maker } = useQuery({ ...nameQuery(tenant, createdBy ?? ''), enabled: createdBy !== undefined });
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
        <Limits row={row} />
        <span className="rows__note">
          {[
            revokedOn ? t('oversights.revoked', { day: day(revokedOn) }) : ends,
            used,
            maker && t('tokens.made-by', { name: nameOf(maker, words) }),
          ]
            .filter(Boolean)
            .join(' · ')}
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

/** What it may not, though its role may. */
function Limits({ row: { readOnly = false, services = [] } }: { readonly row: TokenRow }) {
  const { t, list } = useWords();
  const limits = [
    ...(readOnly ? [t('tokens.may.read')] : []),
    ...(services.length > 0 ? [list(services.map((each) => t(`tokens.service.${each}`)))] : []),
  ];
  return limits.length > 0 && <span className="rows__note">{limits.join(' · ')}</span>;
}
