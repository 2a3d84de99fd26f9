import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { curriculum, type CurriculumEvent } from '../curriculum/curriculum.stream.js';
import { publishCurriculum } from './publish-curriculum.decider.js';

const content = { title: 'Qualifizierung', modules: [{ number: 1, title: 'Recht', minutes: 90 }], maxMissed: 1 };
const on = day('2015-01-05');
const published: CurriculumEvent = { type: 'CurriculumPublished', happenedOn: on, data: content };

describe('publishing a curriculum', () => {
  it('says what is taught and when it is certified', () => {
    given(curriculum).when(publishCurriculum, { content, on }).then(published);
  });
  it('happens once', () => {
    given(curriculum, published).when(publishCurriculum, { content, on }).thenNothing();
  });
});
