import { useState } from 'react';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Notice } from '../../ui/notice.js';

/** A token that was just made, to be taken along now: only its hash is stored. */
export function MadeToken({ token }: { readonly token: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState<'tokens.copied' | 'tokens.not-copied'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(token);
      setCopied('tokens.copied');
    } catch {
      // Over plain HTTP from another machine browsers have no clipboard.
      setCopied('tokens.not-copied');
    }
  };
  return (
    <Notice tone="success" title={t('tokens.made')} announce="polite">
      <p className="kern-body">{t('tokens.made.text')}</p>
      <TextField
        label={t('tokens.secret')}
        readOnly
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        value={token}
        onFocus={(event) => event.target.select()}
        onChange={() => undefined}
      />
      <Button onClick={() => void copy()}>{t('tokens.copy')}</Button>
      <p className="kern-body" role="status">
        {copied && t(copied)}
      </p>
    </Notice>
  );
}
