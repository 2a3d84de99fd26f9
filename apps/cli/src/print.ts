/** What was asked for, or done: a line on stdout. */
export function print(line: string): void {
  console.log(line);
}

/** What to know beside it. On stderr: stdout may be something that a script takes. */
export function hint(line: string): void {
  console.error(`  ${line}`);
}

/** Every line; for none a hint, since silence may also mean that the wrong place was asked. */
export function printAll(lines: readonly string[], none: string): void {
  lines.forEach(print);
  if (lines.length === 0) hint(none);
}
