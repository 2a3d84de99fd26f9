import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { pagesQuery, readAll } from '../../api/pages.js';
import type { Page } from '../../api/rows.js';
import type { CourseDetails, CourseSummary, CurriculumRow } from '../../api/training-rows.js';

export const coursesQuery = (tenant: string, status: CourseSummary['status']) =>
  pagesQuery(['courses', tenant, status], ({ query, signal }) =>
    answerOf<Page<CourseSummary>>(
      api.GET('/training/{tenant}/courses', { params: { path: { tenant }, query: { ...query, status } }, signal }),
    ),
  );

export const courseQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['course', tenant, id],
    queryFn: ({ signal }) =>
      answerOf<CourseDetails>(api.GET('/training/{tenant}/courses/{id}', { params: { path: { tenant, id } }, signal })),
  });

export const curriculaQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['curricula', tenant],
    queryFn: ({ signal }) =>
      readAll((query) =>
        answerOf<Page<CurriculumRow>>(
          api.GET('/training/{tenant}/curricula', { params: { path: { tenant }, query }, signal }),
        ),
      ),
  });
