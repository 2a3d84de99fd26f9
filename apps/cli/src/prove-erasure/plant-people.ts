import { randomBytes } from 'node:crypto';
import { pause } from '@lotsennetz/kernel';
import type { PlatformClient } from '@lotsennetz/suite';

/** Somebody who was planted, and the texts about them that must be gone. */
export interface Planted {
  readonly id: string;
  readonly kind: 'volunteer' | 'newcomer' | 'request';
}

export interface Planting {
  readonly people: readonly Planted[];
  readonly canaries: readonly string[];
  /** Paths that answer with what was planted, or with documents about it. */
  readonly shownAt: readonly string[];
}

interface Page {
  readonly items: readonly { readonly id: string; readonly familyName?: string }[];
}

/** Letters that nobody is called by, and that no key holds by chance. */
const canary = () =>
  `Kanarie${randomBytes(9)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}`;

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/**
 * People whose every word is a canary, by each way into the platform: the open form, a roster, the counter, a
 * household, a request; one of them takes a course to its certificate, which writes mails and a document,
 * and asks what is stored: everything once more, in one place.
 */
export async function plantPeople(
  client: PlatformClient,
  { tenant, settled }: { readonly tenant: string; readonly settled: () => Promise<void> },
): Promise<Planting> {
  const canaries: string[] = [];
  const word = () => {
    const made = canary();
    canaries.push(made);
    return made;
  };
  const person = () => ({ givenName: word(), familyName: word(), email: `${word().toLowerCase()}@example.org` });
  const base = `/registration/${tenant}`;
  await client.post(`${base}/interests`, person());
  const rostered = person();
  const roster = await client.postCsv<{ id: string }>(
    `${base}/imports/volunteers`,
    `Vorname;Nachname;E-Mail;Sprachen;Interesse seit\n${rostered.givenName};${rostered.familyName};${rostered.email};de;06.01.2015\n`,
  );
  const known = { languages: ['de'], town: 'Siegen', postalCode: '57072', birthYear: 1969 };
  const { id: counted } = await client.post<{ id: string }>(`${base}/volunteers`, { ...person(), ...known });
  await client.post(`${base}/volunteers/${counted}/accept`);
  const household = { givenName: word(), familyName: word(), householdSize: 2, languages: ['ar'], note: word() };
  const { id: newcomer } = await client.post<{ id: string }>(`${base}/newcomers`, household);
  const { id: request } = await client.post<{ id: string }>(`/matching/${tenant}/requests`, {
    ...{ askedBy: 'self', householdSize: 2, languages: ['ar'], topics: ['forms'], town: 'Siegen', postalCode: '57072' },
    ...{ urgency: 'high', kind: 'one-off', availability: ['mon-morning'], note: word() },
  });
  await imported(client, `${base}/imports/${roster.id}`);
  await settled();
  const certificate = await certify(client, { tenant, settled, volunteer: counted });
  const { id: asked } = await client.post<{ id: string }>(`${base}/exports`, { subjectId: counted, kind: 'volunteer' });
  await settled();
  const { items } = await client.get<Page>(`${base}/volunteers?limit=100`);
  const volunteers = items.map(({ id }) => ({ id, kind: 'volunteer' }) as const);
  return {
    people: [...volunteers, { id: newcomer, kind: 'newcomer' }, { id: request, kind: 'request' }],
    canaries,
    shownAt: [
      ...[`${base}/volunteers?limit=100`, `${base}/newcomers?limit=100`, certificate],
      ...[`${base}/exports/${asked}/data.json`, `${base}/exports/${asked}/document.pdf`],
    ],
  };
}

async function imported(client: PlatformClient, path: string): Promise<void> {
  while ((await client.get<{ state: string }>(path)).state === 'running') await pause(20);
}

/** Answers where the certificate is printed. */
async function certify(
  client: PlatformClient,
  {
    tenant,
    settled,
    volunteer,
  }: { readonly tenant: string; readonly settled: () => Promise<void>; readonly volunteer: string },
): Promise<string> {
  const base = `/training/${tenant}`;
  const modules = [{ number: 1, title: 'Recht', minutes: 90 }];
  const curriculum = await client.post<{ id: string }>(`${base}/curricula`, { title: 'Lotsen', modules });
  const sessions = [{ module: 1, heldOn: dayFromNow(-1), startsAt: '18:00', endsAt: '19:30' }];
  const course = await client.post<{ id: string }>(`${base}/courses`, {
    ...{ curriculumId: curriculum.id, code: 'PE-1', title: 'Lotsen', town: 'Siegen', seats: 3, sessions },
  });
  await client.post(`${base}/courses/${course.id}/enrolments`, { volunteerId: volunteer });
  await settled();
  const attendance = [{ volunteerId: volunteer, present: true }];
  await client.post(`${base}/courses/${course.id}/sessions/1/attendance`, { attendance });
  await client.post(`${base}/courses/${course.id}/complete`);
  await settled();
  const { items } = await client.get<Page>(`${base}/certificates`);
  return `${base}/certificates/${items[0]?.id ?? 'none'}.pdf`;
}
