import { assign } from './assign.js';
import { orLibraryProblem, publishedOptima } from './testing/or-library.js';
import { verify } from './verify.js';

describe('the public instances of the OR-Library', () => {
  it.each([...publishedOptima()])('%s reaches its published optimum %d', (name, optimum) => {
    const problem = orLibraryProblem(name);
    const assignment = assign(problem);
    verify(problem, assignment);
    expect(assignment.totalCost).toBe(optimum);
  });
});
