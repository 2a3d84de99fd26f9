/** @throws RangeError naming the option and what it may be. */
export function oneOf<Code extends string>(codes: readonly Code[], text: string, option: string): Code {
  const found = codes.find((code) => code === text);
  if (!found) throw new RangeError(`${option} must be one of ${codes.join(', ')}, not '${text}'`);
  return found;
}
