import type { WhatIsAsked } from '../api/own-rows.js';
import { useWords } from '../i18n/index.js';
import { dayPartsIn, languagesIn, topicsIn } from './code-words.js';
import { Facts } from './panel.js';

/** What a household needs, as volunteers may know it: no names. */
export function AskedFacts({ about }: { readonly about: WhatIsAsked }) {
  const words = useWords();
  const { t } = words;
  return (
    <Facts
      rows={[
        [t('common.topics'), topicsIn(words, about.topics)],
        [t('common.languages'), languagesIn(words, about.languages)],
        [t('common.availability'), dayPartsIn(words, about.availability) || t('request.any-time')],
        [t('request.kind'), t(`request.kind.${about.kind}`)],
        [t('common.town'), about.town],
      ]}
    />
  );
}
