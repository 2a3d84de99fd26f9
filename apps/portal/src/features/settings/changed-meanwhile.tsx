import { federalStates } from '../../api/settings-rows.js';
import { useWords, type Words } from '../../i18n/index.js';
import { languagesIn } from '../../ui/code-words.js';
import { Notice } from '../../ui/notice.js';
import { Facts } from '../../ui/panel.js';
import { differing, type Wish, type WishField } from './wish.js';

/** What somebody else has saved since one began to type; what both have changed stands out. */
export function ChangedMeanwhile(props: {
  readonly base: Wish | undefined;
  readonly stored: Wish;
  readonly mine: Partial<Wish>;
}) {
  const words = useWords();
  const { t } = words;
  const { base, stored, mine } = props;
  const fields = base ? differing(base, stored) : [];
  if (fields.length === 0) return null;
  return (
    <Notice tone="warning" title={t('settings.meanwhile')} announce="polite">
      <p className="kern-body">
        {t(fields.some((field) => field in mine) ? 'settings.meanwhile.both' : 'settings.meanwhile.other')}
      </p>
      <Facts rows={fields.map((field) => [t(`settings.${field}`), valueOf(field, stored, words)])} />
    </Notice>
  );
}

function valueOf(field: WishField, wish: Wish, words: Words): string {
  const { t, list } = words;
  switch (field) {
    case 'name':
    case 'timeZone':
      return wish[field];
    case 'languages':
      return languagesIn(words, wish.languages);
    case 'legalRegime':
      return wish.legalRegime === '' ? t('common.none') : wish.legalRegime;
    case 'federalState':
      return federalStates.find(([code]) => code === wish.federalState)?.[1] ?? t('common.none');
    case 'months':
      return list(
        Object.entries(wish.months).map(([kind, months]) => `${t(`settings.months.${kind as 'messages'}`)}: ${months}`),
      );
  }
}
