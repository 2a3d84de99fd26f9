import { useEffect, useState, type RefObject } from 'react';

/** After each try the first field that is wrong gets the focus, and is read out with its error. */
export function useFocusOnWrongField(within: RefObject<HTMLElement | null>): () => void {
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) within.current?.querySelector<HTMLElement>('[aria-invalid], .kern-fieldset--error input')?.focus();
  }, [tries, within]);
  return () => setTries((before) => before + 1);
}
