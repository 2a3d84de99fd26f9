import { useId } from 'react';
import { localeCodes, locales, useWords, type Locale } from '../i18n/index.js';
import { Icon } from '../ui/icon.js';

/** Each language by its own name: whoever cannot read this page finds theirs. */
export function LanguageSwitch() {
  const { t, locale, speak } = useWords();
  const id = useId();
  return (
    <div className="language-switch">
      <label htmlFor={id}>
        <Icon name="language" />
        <span className="kern-sr-only">{t('app.language')}</span>
      </label>
      <select id={id} value={locale} onChange={(event) => void speak(event.target.value as Locale)}>
        {localeCodes.map((code) => (
          <option key={code} value={code} lang={code}>
            {locales[code].name}
          </option>
        ))}
      </select>
    </div>
  );
}
