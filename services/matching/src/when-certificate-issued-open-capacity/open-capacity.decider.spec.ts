import { given } from '@lotsennetz/testing';
import { helper } from '../helper/helper.stream.js';
import { certificateLearnt } from '../example-facts.js';
import { openCapacity } from './open-capacity.decider.js';

describe('opening capacity', () => {
  const command = { certificateId: 'SI-2015-01-03', on: certificateLearnt.happenedOn };

  it('notes the first certificate, even of somebody registration has not told of yet', () =>
    given(helper).when(openCapacity, command).then(certificateLearnt));
  it('changes nothing with a further one', () =>
    given(helper, certificateLearnt)
      .when(openCapacity, { ...command, certificateId: 'KR-2015-01-01' })
      .thenNothing());
});
