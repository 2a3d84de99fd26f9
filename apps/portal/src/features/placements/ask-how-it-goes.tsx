import { useQuery } from '@tanstack/react-query';
import { volunteerQuery } from '../../api/queries.js';
import type { PlacementRow } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { silentSince } from '../../ui/code-words.js';
import { Notice } from '../../ui/notice.js';
import { lastSignOf } from '../../ui/silence.js';

/** What to do about a placement nobody has told anything of for weeks: whom to call, and what then. */
export function AskHowItGoes({ tenant, row }: { readonly tenant: string; readonly row: PlacementRow }) {
  const words = useWords();
  const { t } = words;
  const { data: volunteer } = useQuery(volunteerQuery(tenant, row.volunteerId));
  return (
    <Notice tone="warning" title={`${t('placement.silent')}: ${silentSince(words, lastSignOf(row))}`}>
      <p className="kern-body">{t('placement.silent.text')}</p>
      <ul className="plain-list">
        {typeof volunteer?.phone === 'string' && <Address href={`tel:${volunteer.phone}`} text={volunteer.phone} />}
        {typeof volunteer?.email === 'string' && <Address href={`mailto:${volunteer.email}`} text={volunteer.email} />}
      </ul>
    </Notice>
  );
}

function Address({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <li>
      <a href={href} className="text-link">
        <bdi dir="ltr">{text}</bdi>
      </a>
    </li>
  );
}
