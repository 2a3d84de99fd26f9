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

  constructor(private readonly page: Page) {
    // From now on the browser asks us for files. Told only when a key is pressed, it may open its own window first.
    page.on('filechooser', () => undefined);
  }

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

  /** In a list to choose from: typing the beginning of a choice takes it. */
  async choose(name: string | RegExp, choice: string): Promise<void> {
    await this.to(name);
    await this.page.keyboard.type(choice);
    await this.page.keyboard.press('Tab');
    await this.page.keyboard.press('Shift+Tab');
    const chosen = await this.page.evaluate<string>('document.activeElement.selectedOptions[0].textContent');
    if (!chosen.startsWith(choice)) throw new Error(`${choice} is not chosen, but ${chosen}`);
  }

  /** Day, month and year one after the other, in the order that the browser shows them in. */
  async enterDay(name: string | RegExp, day: string): Promise<void> {
    await this.to(name);
    const [year, month, date] = day.split('-');
    const field = this.page.locator(':focus');
    for (const typed of [`${month}${date}${year}`, `${date}${month}${year}`]) {
      await this.page.keyboard.type(typed);
      if ((await field.inputValue()) === day) return;
      // Back to its first part.
      for (let part = 0; part < 3; part++) await this.page.keyboard.press('ArrowLeft');
    }
    throw new Error(`${String(name)} does not become ${day}`);
  }

  /** From the browser's own window for files, which Enter opens. */
  async attach(
    name: string | RegExp,
    file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  ): Promise<void> {
    await this.to(name);
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.page.keyboard.press('Enter')]);
    await chooser.setFiles(file);
  }

  /** What is read out when a step is done. */
  async hear(step: string): Promise<void> {
    await this.page.getByRole('status').getByText(`Erledigt: ${step}`, { exact: true }).waitFor();
  }

  /** A step that asks first, and says when it is done. */
  async confirm(step: string, about?: string): Promise<void> {
    const label = about === undefined ? step : `${step}: ${about}`;
    await this.press(label);
    await this.page.getByRole('dialog').waitFor();
    await this.press(step);
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
    await this.hear(label);
  }

  /** The focus is somewhere on the page, not thrown back to its start. */
  async keepsItsPlace(): Promise<void> {
    await this.page.locator(':focus').waitFor();
  }

  async arrive(title: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
}
