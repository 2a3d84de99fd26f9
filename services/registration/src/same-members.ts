/** Whether two lists hold the same things, in whatever order. */
export function sameMembers<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.every((each) => other.includes(each)) && other.every((each) => one.includes(each));
}
