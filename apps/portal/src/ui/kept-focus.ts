import { useEffect } from 'react';

/**
 * What is done often takes its own button away: the record that was merged, the hold that was lifted. Then the focus
 * goes to the heading of the part of the page in which it was, and not back to the start of the page.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let around: readonly Element[] = [];
    const note = ({ target }: FocusEvent) => (around = target instanceof Element ? withAncestors(target) : []);
    const look = () => {
      if (document.activeElement !== document.body || around[0]?.isConnected !== false) return;
      const heading = around
        .filter(({ isConnected }) => isConnected)
        .map(headingIn)
        .find(Boolean);
      around = [];
      if (heading) focus(heading);
    };
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    return () => {
      changes.disconnect();
      document.removeEventListener('focusin', note);
    };
  }, []);
}

function withAncestors(element: Element): readonly Element[] {
  const around = [element];
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) around.push(each);
  return around;
}

function headingIn(element: Element): HTMLElement | null {
  return element.querySelector('h1, h2, h3');
}

/** Without scrolling: whoever looks at the page has not asked to be elsewhere. */
function focus(heading: HTMLElement): void {
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
