import type { PortalUnderTest } from './portal-under-test.js';

/** Only who has learnt how may be proposed; the course itself is another journey. */
export async function certify(portal: PortalUnderTest, volunteerId: string): Promise<void> {
  const session = { title: 'Ankommen', heldOn: '2026-01-12', startsAt: '18:00', endsAt: '19:30' };
  const plan = { code: 'TASTE-1', title: 'Lotsen', town: 'Siegen', sessions: [session] };
  const { id } = (await portal.do('/training/siegen/courses', plan)) as { id: string };
  await portal.do(`/training/siegen/courses/${id}/enrolments`, { volunteerId });
  await portal.do(`/training/siegen/courses/${id}/sessions/1/attendance`, {
    attendance: [{ volunteerId, present: true }],
  });
  await portal.do(`/training/siegen/courses/${id}/complete`);
}
