import { day } from '@lotsennetz/kernel';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { curriculum } from '../curriculum/curriculum.stream.js';
import { curriculumList } from './curriculum-list.projection.js';

describe('the list of curricula', () => {
  it('shows what was published and when', async () => {
    const data = { title: 'Qualifizierung', modules: [{ number: 1, title: 'Recht', minutes: 90 }], maxMissed: 1 };
    const happenedOn = day('2015-01-05');
    const rows = await foldProjection(
      curriculumList,
      recordedEvents(curriculum, { id: 'c' }, { type: 'CurriculumPublished', happenedOn, data }),
    );
    expect([...rows.values()]).toEqual([{ ...data, id: 'c', publishedOn: happenedOn, revision: 0 }]);
  });
});
