import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { Look } from '../../api/own-rows.js';
import { useWords, type Words } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { Loading } from '../../ui/states.js';
import { looksOfOthers } from './looks-of-others.js';
import { logQuery, logs } from './log-query.js';
import { wordFor } from './word-for.js';

const shownFirst = 10;

/** Who saw what about oneself, and why (Art. 15 DSGVO), the latest first. */
export function WhoSaw({ tenant }: { readonly tenant: string }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const [pages, setPages] = useState(1);
  const answers = useQueries({ queries: logs.map((path) => logQuery(tenant, { path, pages })) });
  const read = answers.flatMap(({ data }) => data ?? []);
  const looks = looksOfOthers(read);
  const hidden = !all && looks.length > shownFirst;
  const goOn = read.some(({ next }) => next !== null);
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
      {(hidden || goOn) && (
        <Button
          busy={answers.some(({ isPlaceholderData }) => isPlaceholderData)}
          onClick={() => (hidden ? setAll(true) : setPages(pages + 1))}
        >
          {t('own.looks.more')}
        </Button>
      )}
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
