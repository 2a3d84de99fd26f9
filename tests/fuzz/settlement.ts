import { join } from 'node:path';
import { importRosters, PlatformClient } from '@lotsennetz/suite';
import type { PlatformUnderTest } from '../platform-under-test.js';
import type { Harvest } from './harvest.js';

const rosters = join(import.meta.dirname, '../../examples/siegen-kreuztal-2015');

interface Listed {
  readonly items: readonly { readonly id: string; readonly [field: string]: unknown }[];
}

/**
 * Fills a tenant as an office would, so that the fuzzer finds things in every state: rosters, certificates, an open
 * course with a waiting list, proposals and placements. Whatever is listed is harvested.
 */
export async function settle(
  platform: PlatformUnderTest,
  { tenant, token, harvest }: { readonly tenant: string; readonly token: string; readonly harvest: Harvest },
): Promise<void> {
  const client = new PlatformClient(`http://127.0.0.1:${platform.process.port}`, token);
  await importRosters(client, { tenant, path: join(rosters, tenant), complete: true, onProgress: () => undefined });
  await platform.settled();
  await openCourses(client, tenant);
  await client.post(`/matching/${tenant}/proposals/compute`);
  const proposals = await client.get<Listed>(`/matching/${tenant}/proposals?limit=200`);
  for (const { id } of proposals.items.slice(0, 6)) await client.post(`/matching/${tenant}/proposals/${id}/confirm`);
  await platform.settled();
  for (const path of lists) {
    const address = path.replace('{tenant}', tenant);
    harvest.take(address, await client.get(`${address}?limit=200`));
  }
}

const lists = [
  '/registration/{tenant}/volunteers',
  '/training/{tenant}/courses',
  '/training/{tenant}/certificates',
  '/matching/{tenant}/requests',
  '/matching/{tenant}/proposals',
  '/matching/{tenant}/placements',
];

async function openCourses(client: PlatformClient, tenant: string): Promise<void> {
  const people = await client.get<Listed>(`/registration/${tenant}/volunteers?limit=30`);
  for (const code of ['OFFEN-1', 'OFFEN-2']) {
    const { id } = await client.post<{ id: string }>(`/training/${tenant}/courses`, {
      code,
      title: 'Offener Kurs',
      town: 'Siegen',
      seats: 4,
      sessions: ['2026-03-03', '2026-03-10'].map((heldOn) => ({
        title: 'Ankommen',
        heldOn,
        startsAt: '18:00',
        endsAt: '19:30',
      })),
    });
    for (const { id: volunteerId } of people.items.slice(0, 8))
      await client.post(`/training/${tenant}/courses/${id}/enrolments`, { volunteerId });
    await client.post(`/training/${tenant}/courses/${id}/invitations`);
  }
}
