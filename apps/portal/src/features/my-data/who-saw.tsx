import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import type { Look } from '../../api/own-rows.js';
import type { Page } from '../../api/rows.js';
import { useWords, type Words } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { Loading } from '../../ui/states.js';
import { wordFor } from './word-for.js';

/** Each service answers for itself. */
const logs = [
  '/registration/{tenant}/me/access-log',
  '/training/{tenant}/me/access-log',
  '/matching/{tenant}/me/access-log',
  '/notifications/{tenant}/me/access-log',
  '/reporting/{tenant}/me/access-log',
] as const;

const shownFirst = 10;

/** Who saw what about oneself, and why (Art. 15 DSGVO), the latest first. */
export function WhoSaw({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const answers = useQueries({
    queries: logs.map((path) => ({
      queryKey: ['own-access-log', tenant, path],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        answerOf<Page<Look>>(api.GET(path, { params: { path: { tenant }, query: { limit: 200 } }, signal })),
    })),
  });
  const looks = answers
    .flatMap(({ data }) => data?.items ?? [])
    // Reading this page is a look too, which would soon hide those of others.
    .filter(({ relation }) => relation !== 'self')
    .toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <Panel title={t('own.looks')}>
      <p className="kern-body">{t('own.looks.text')}</p>
      {answers.some(({ isPending }) => isPending) && <Loading />}
      {answers.some(({ error }) => error) && <Notice tone="warning" title={t('own.looks.partly')} />}
      {looks.length === 0 && answers.every(({ isSuccess }) => isSuccess) && (
        <p className="kern-body kern-body--muted">{t('own.looks.none')}</p>
      )}
      <ul className="rows">
        {looks.slice(0, all ? undefined : shownFirst).map((look, index) => (
          // A look has no id, and the list only ever grows at its top.
          <LookRow key={`${look.at}-${looks.length - index}`} look={look} />
        ))}
      </ul>
      {looks.length > shownFirst && !all && <Button onClick={() => setAll(true)}>{t('own.looks.more')}</Button>}
    </Panel>
  );
}

function LookRow({ look }: { readonly look: Look }) {
  const words = useWords();
  const { t, moment } = words;
  const what = words.list(look.seen.map(({ code, de }) => wordFor('seen', code, words) ?? de));
  const why = wordFor('purpose', look.purpose.code, words) ?? look.purpose.de;
  return (
    <li>
      <span>{t('own.look', { who: whoIn(look, words), what })}</span>
      <span className="rows__note">
        {moment(look.at)} · {t('own.look.why', { why })}
      </span>
    </li>
  );
}

function whoIn({ roles, organisation, relation }: Look, words: Words): string {
  if (roles.length === 0) return words.t('own.look.somebody');
  const names = roles.map(({ code }) => wordFor('role', code, words) ?? code);
  const who = words.list([...new Set(names)]);
  return relation === 'acquainted' ? who : `${who} (${organisation})`;
}
