import type { PlatformClient } from '../import-rosters/platform-client.js';

interface Proposal {
  readonly id: string;
  readonly requestId: string;
  readonly status: 'open' | 'accepted' | 'declined' | 'confirmed' | 'expired';
}

interface Placement {
  readonly id: string;
}

/** Computes proposals and decides on every second request's, so that each view of the example has something to show. */
export async function decideOnHalf(client: PlatformClient, tenant: string): Promise<void> {
  await client.post(`/matching/${tenant}/proposals/compute`);
  const proposals = await Array.fromAsync(client.all<Proposal>(`/matching/${tenant}/proposals`));
  const byRequest = [...proposals].sort((a, b) => (a.requestId < b.requestId ? -1 : 1));
  for (const [index, proposal] of byRequest.filter((_, place) => place % 2 === 0).entries()) {
    if (proposal.status === 'open') await decide(client, `/matching/${tenant}/proposals/${proposal.id}`, index);
  }
  const [first] = await Array.fromAsync(client.all<Placement>(`/matching/${tenant}/placements`));
  if (first)
    await client.post(`/matching/${tenant}/placements/${first.id}/visits`, { minutes: 90 }, `example-visit-${tenant}`);
}

// One declined, one accepted and not yet confirmed, and so on; most are confirmed.
async function decide(client: PlatformClient, proposal: string, index: number): Promise<void> {
  if (index % 4 === 1) {
    await client.post(`${proposal}/decline`);
    return;
  }
  await client.post(`${proposal}/accept`);
  if (index % 4 !== 3) await client.post(`${proposal}/confirm`);
}
