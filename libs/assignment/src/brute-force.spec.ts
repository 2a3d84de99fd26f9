import { agreeWithBruteForce } from './testing/agreement.js';

describe('random problems against trying everything', () => {
  it('agree in cost and certificate, with both engines', () => {
    agreeWithBruteForce({ seed: 2, problems: 4000 });
  });
});
