import { answerOf, api } from '../../api/client.js';
import type { Written } from '../../api/rows.js';
import type { CoursePlan } from './plan.js';

export function savePlan(tenant: string, plan: CoursePlan, key: string): Promise<Written> {
  const { curriculumId, code, title, town, seats, sessions } = plan;
  return answerOf(
    api.POST('/training/{tenant}/courses', {
      params: { path: { tenant } },
      headers: { 'idempotency-key': key },
      body: {
        code,
        town,
        ...(title ? { title } : {}),
        ...(curriculumId ? { curriculumId } : {}),
        ...(seats ? { seats: Number(seats) } : {}),
        sessions: sessions.map(({ title: topic, ...session }) => ({ ...session, ...(topic ? { title: topic } : {}) })),
      },
    }),
  );
}
