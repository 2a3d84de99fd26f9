import { agreeWithBruteForce } from './testing/agreement.js';

describe('random problems against trying everything, in full', () => {
  it('20,000 of them agree in cost and certificate, with both engines', () => {
    agreeWithBruteForce({ seed: 1, problems: 20_000 });
  });
});
