import type { ReceivedOversight } from '../../api/oversights.js';
import { useWords } from '../../i18n/index.js';

/** What one grant of a town says: for what, how much and until when. */
export function Granted({ grant: { purpose, fields, until } }: { readonly grant: ReceivedOversight }) {
  const { t, day, list } = useWords();
  const what = [t('oversights.field.aggregates'), ...fields.map((field) => t(`oversights.field.${field}`))];
  return (
    <span className="stack stack--tight">
      <span dir="auto">{purpose}</span>
      <span className="rows__note">
        {list(what)} · {t('holds.until', { day: day(until) })}
      </span>
    </span>
  );
}
