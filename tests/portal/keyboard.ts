import type { Page } from 'playwright-core';

// Runs in the page: what has the focus, what it is called, and whether one sees that it has it.
const focused = `(() => {
  const element = document.activeElement;
  const texts = [element.getAttribute('aria-label'), element.labels?.[0]?.textContent, element.textContent];
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  return {
    name: (texts.find((text) => text) ?? '').replace(/\\s+/g, ' ').trim(),
    body: element === document.body,
    seen: width > 0 && height > 0 && ((outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'),
  };
})()`;

const enoughStops = 150;

/** Somebody without a mouse. Every stop on the way must show that it has the focus. */
export class KeyboardUser {
  /** Stops whose focus could not be seen. */
  readonly unseen = new Set<string>();

  constructor(private readonly page: Page) {}

  /** On with Tab until something is called so. @throws Error when nothing is. */
  async to(name: string | RegExp): Promise<void> {
    const passed: string[] = [];
    for (let stops = 0; stops < enoughStops; stops++) {
      await this.page.keyboard.press('Tab');
      const stop = await this.page.evaluate<{ name: string; body: boolean; seen: boolean }>(focused);
      if (!stop.body && !stop.seen) this.unseen.add(`${this.page.url()}: ${stop.name}`);
      if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return;
      passed.push(stop.name);
    }
    throw new Error(`Tab never comes to ${String(name)}: ${[...new Set(passed)].join(' | ')}`);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.to(name);
    // What is still at work on the press before says so, and takes no other.
    await this.page.locator(':focus:not([aria-disabled=true])').waitFor();
    await this.page.keyboard.press('Enter');
  }

  async tick(name: string): Promise<void> {
    await this.to(name);
    await this.page.keyboard.press('Space');
  }

  async type(name: string | RegExp, text: string): Promise<void> {
    await this.to(name);
    await this.page.keyboard.type(text);
  }

  async arrive(title: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
}
