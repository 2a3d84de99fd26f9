import type { Day, Decision } from '@lotsennetz/kernel';
import type { CurriculumContent, CurriculumEvent, CurriculumState } from '../curriculum/curriculum.stream.js';

export interface PublishCurriculum {
  readonly content: CurriculumContent;
  readonly on: Day;
}

export function publishCurriculum(
  { content, on }: PublishCurriculum,
  state: CurriculumState,
): Decision<CurriculumEvent, never> {
  return state.status === 'unknown' ? [{ type: 'CurriculumPublished', happenedOn: on, data: content }] : [];
}
