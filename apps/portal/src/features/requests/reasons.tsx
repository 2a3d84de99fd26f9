import type { Reason } from '../../api/rows.js';
import { useWords, type Words } from '../../i18n/index.js';
import { dayPartsIn, languagesIn, topicsIn } from '../../ui/code-words.js';
import { Icon } from '../../ui/icon.js';

/** What two people share, and what it costs that they do not share more. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const words = useWords();
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason.code}>
          <Icon name={reason.points === 0 ? 'check' : 'info'} size="small" />
          <span>
            {sentence(reason, words)}
            {reason.points > 0 && (
              <span className="reasons__points"> ({words.t('reason.points', { points: reason.points })})</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function sentence({ code, values = [], km = 0 }: Reason, words: Words): string {
  const { t } = words;
  switch (code) {
    case 'shared-language':
      return t('reason.shared-language', { values: languagesIn(words, values) });
    case 'shared-topic':
      return t('reason.shared-topic', { values: topicsIn(words, values) });
    case 'shared-day-part':
      return values.length === 0
        ? t('reason.no-shared-day-part')
        : t('reason.shared-day-part', { values: dayPartsIn(words, values) });
    case 'time-by-arrangement':
      return t('reason.time-by-arrangement');
    case 'distance':
      return t('reason.distance', { km });
    case 'same-town':
      return t('reason.same-town');
    case 'distance-unknown':
      return t('reason.distance-unknown');
  }
}
