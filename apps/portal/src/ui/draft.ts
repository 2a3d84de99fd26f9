import { useCallback, useEffect, useState } from 'react';

/**
 * What is being typed, kept for this tab until it is sent or discarded: a reload, a lost connection or an error of the
 * server loses nothing, and closing the tab leaves nothing behind on a shared device.
 */
export function useDraft<Form extends object>(key: string, empty: Form) {
  const storageKey = `lotsennetz.draft.${key}`;
  const [form, setForm] = useState<Form>(() => ({ ...empty, ...stored(storageKey, empty) }));
  const [restored] = useState(() => stored(storageKey, empty) !== undefined);
  const [touched, setTouched] = useState(restored);
  useEffect(() => {
    if (touched) sessionStorage.setItem(storageKey, JSON.stringify(form));
    else sessionStorage.removeItem(storageKey);
  }, [storageKey, form, touched]);
  const change = useCallback((part: Partial<Form>) => {
    setTouched(true);
    setForm((before) => ({ ...before, ...part }));
  }, []);
  const discard = useCallback(() => {
    setTouched(false);
    setForm(empty);
  }, [empty]);
  return { form, change, discard, touched, restored };
}

function stored<Form extends object>(storageKey: string, empty: Form): Partial<Form> | undefined {
  const text = sessionStorage.getItem(storageKey);
  return text === null ? undefined : draftIn(text, empty);
}

/**
 * The draft that a text holds. Another version of the portal may have kept another shape in the tab under the same
 * name: that is no draft of this form, and nobody is told that something was restored.
 */
export function draftIn<Form extends object>(text: string, empty: Form): Partial<Form> | undefined {
  const kept = JSON.parse(text) as Partial<Form>;
  return Object.keys(empty).every((field) => field in kept) ? kept : undefined;
}
