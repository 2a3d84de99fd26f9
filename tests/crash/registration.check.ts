import type { CrashRun } from './crash-run.js';

interface Listed {
  readonly id: string;
  readonly email?: string;
}

/** Read through the API: acknowledged people who are missing, and people who are there more than once. */
export async function registrationFaults(run: CrashRun): Promise<readonly string[]> {
  const listed = await everyVolunteer(run);
  const times = new Map<string, number>();
  for (const { email = '' } of listed) times.set(email, (times.get(email) ?? 0) + 1);
  const { imports, load } = run;
  const expected = [
    ...load.world.all('volunteer').map(({ email }) => String(email)),
    ...imports.done.flatMap((name) =>
      Array.from({ length: imports.linesEach }, (_, line) => `${name}.${line}@example.org`),
    ),
  ];
  return [
    ...expected.filter((email) => !times.has(email)).map((email) => `${email} is missing`),
    ...[...times].filter(([, count]) => count > 1).map(([email, count]) => `${email} is there ${count} times`),
  ];
}

async function everyVolunteer({ platform, tenant, token }: CrashRun): Promise<readonly Listed[]> {
  const listed: Listed[] = [];
  for (let next: string | null = ''; next !== null;) {
    const cursor = next ? `&cursor=${encodeURIComponent(next)}` : '';
    const { text } = await platform.process.http.send({
      method: 'GET',
      path: `/registration/${tenant}/volunteers?limit=200${cursor}`,
      headers: { authorization: `Bearer ${token}` },
    });
    const page = JSON.parse(text) as { items: Listed[]; next: string | null };
    listed.push(...page.items);
    next = page.next;
  }
  return listed;
}
