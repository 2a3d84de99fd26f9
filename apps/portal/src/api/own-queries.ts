import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { OwnCourse, OwnProfile } from './own-rows.js';
import type { Page } from './rows.js';

export const ownProfileQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['own-profile', tenant],
    queryFn: ({ signal }) =>
      answerOf<OwnProfile>(api.GET('/registration/{tenant}/me', { params: { path: { tenant } }, signal })),
  });

export const ownCoursesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['own-courses', tenant],
    queryFn: ({ signal }) =>
      answerOf<Page<OwnCourse>>(api.GET('/training/{tenant}/me/courses', { params: { path: { tenant } }, signal })),
  });
