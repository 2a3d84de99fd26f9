import fc from 'fast-check';

/** `usual` so many times as often as all the others together. */
export function mostly<Value>(times: number, usual: Value, others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: times, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}
