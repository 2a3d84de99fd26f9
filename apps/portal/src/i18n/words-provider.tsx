import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { loadMessages } from './catalogue.js';
import { storeLocale, type Locale } from './locales.js';
import { wordsOf, type Words } from './translate.js';

interface Speech extends Words {
  /** Switches the language of everything that is shown, without a reload. */
  readonly speak: (locale: Locale) => Promise<void>;
}

const SpeechContext = createContext<Speech | undefined>(undefined);

/** Gives its children words in the person's language, and tells the document its language and direction. */
export function WordsProvider({ initial, children }: { readonly initial: Words; readonly children: ReactNode }) {
  const [words, setWords] = useState(initial);
  const speak = useCallback(async (locale: Locale) => {
    const messages = await loadMessages(locale);
    storeLocale(locale);
    setWords(wordsOf(locale, messages));
  }, []);
  useEffect(() => {
    document.documentElement.lang = words.locale;
    document.documentElement.dir = words.dir;
  }, [words]);
  const speech = useMemo(() => ({ ...words, speak }), [words, speak]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useWords(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('no words: the component stands outside the WordsProvider');
  return speech;
}
