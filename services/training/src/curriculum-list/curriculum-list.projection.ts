import { defineProjection, type Day } from '@lotsennetz/kernel';
import { curriculum, type CurriculumContent } from '../curriculum/curriculum.stream.js';

export interface CurriculumRow extends CurriculumContent {
  readonly id: string;
  readonly publishedOn: Day;
  readonly revision: number;
}

export const curriculumList = defineProjection<CurriculumRow>()({
  name: 'curricula',
  version: 1,
  streams: [curriculum],
  indexes: ['publishedOn'],
  evolve: (_row, { data, happenedOn, revision }, id) => ({ ...data, id, publishedOn: happenedOn, revision }),
});
