import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { environment } from '@lotsennetz/platform';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Debian's; `.ci/run` installs it where it is missing. */
const executablePath = environment()['CHROMIUM'] ?? '/usr/bin/chromium';

/** In CI a browser that is missing is a failure, elsewhere a skip. */
export const describeWithBrowser =
  existsSync(executablePath) || environment()['REQUIRE_SERVERS'] === '1' ? describe : describe.skip;

export function openBrowser(): Promise<Browser> {
  // Root, as in many build containers, has no sandbox to use.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...sandbox, '--disable-dev-shm-usage', '--disable-gpu'] });
}

/** What axe finds wrong with the page, by rule and place. */
export async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
