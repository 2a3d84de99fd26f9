import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { VolunteerRow } from '../../api/rows.js';
import { useWords } from '../../i18n/index.js';
import { languagesIn, topicsIn } from '../../ui/code-words.js';
import { nameOf, VolunteerBadge } from '../../ui/person.js';

const rowHeight = 76;

/** Only the rows in sight are in the page, so that thousands scroll like ten. */
export function VolunteerList(props: {
  readonly tenant: string;
  readonly rows: readonly VolunteerRow[];
  readonly more: boolean;
  readonly onMore: () => void;
}) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const { rows, more, onMore } = props;
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last > rows.length - 40) onMore();
  }, [more, onMore, last, rows.length]);
  return (
    <ul className="people" aria-label={t('nav.volunteers')} ref={list} style={{ blockSize: virtual.getTotalSize() }}>
      {shown.map(({ index, key, start }) => {
        const row = rows[index];
        return (
          row && (
            <li
              key={key}
              className="people__row"
              data-index={index}
              ref={virtual.measureElement}
              aria-setsize={more ? -1 : rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <Volunteer tenant={props.tenant} row={row} />
            </li>
          )
        );
      })}
    </ul>
  );
}

// Each step of scrolling draws the list anew: rows that stay in sight are left as they are.
const Volunteer = memo(function Volunteer({ tenant, row }: { readonly tenant: string; readonly row: VolunteerRow }) {
  const words = useWords();
  return (
    <Link to="/t/$tenant/buero/freiwillige/$id" params={{ tenant, id: row.id }} className="people__link">
      <span className="people__name">{nameOf(row, words)}</span>
      <span className="people__town">{row.town}</span>
      <span className="people__skills">
        {languagesIn(words, row.languages)}
        <small>{topicsIn(words, row.topics)}</small>
      </span>
      <span className="people__status">
        <VolunteerBadge status={row.status} />
      </span>
    </Link>
  );
});
