import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { ImportStatus } from '../../api/rows.js';

export const importKinds = ['volunteers', 'courses', 'attendance', 'requests'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Which service takes which list in. */
const pathOf = {
  volunteers: '/registration/{tenant}/imports/volunteers',
  courses: '/training/{tenant}/imports/courses',
  attendance: '/training/{tenant}/imports/attendance',
  requests: '/matching/{tenant}/imports/requests',
} as const satisfies Record<ImportKind, string>;

const statusPathOf = {
  volunteers: '/registration/{tenant}/imports/{id}',
  courses: '/training/{tenant}/imports/{id}',
  attendance: '/training/{tenant}/imports/{id}',
  requests: '/matching/{tenant}/imports/{id}',
} as const satisfies Record<ImportKind, string>;

export interface Started {
  readonly kind: ImportKind;
  readonly status: ImportStatus;
}

/** @throws Problem `import-rejected` with the errors line by line. */
export async function startImport(tenant: string, kind: ImportKind, file: File): Promise<Started> {
  const status = await answerOf<ImportStatus>(
    api.POST(pathOf[kind], {
      params: { path: { tenant } },
      // As bytes: the platform itself tells which lines are not UTF-8.
      body: file as unknown as string,
      bodySerializer: () => file,
      headers: { 'content-type': 'text/csv' },
    }),
  );
  return { kind, status };
}

/** Asked again until the import has ended. */
export const importStatusQuery = (tenant: string, { kind, status }: Started) =>
  queryOptions({
    queryKey: ['import', tenant, status.id],
    queryFn: ({ signal }) =>
      answerOf<ImportStatus>(api.GET(statusPathOf[kind], { params: { path: { tenant, id: status.id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' || !state.data ? 500 : false),
  });
