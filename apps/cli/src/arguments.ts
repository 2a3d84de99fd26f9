import { day, type Day } from '@lotsennetz/kernel';
import { Problem } from '@lotsennetz/platform';

/** @throws RangeError naming the option and what it may be. */
export function oneOf<Code extends string>(codes: readonly Code[], text: string, option: string): Code {
  const found = codes.find((code) => code === text);
  if (!found) throw new RangeError(`${option} must be one of ${codes.join(', ')}, not '${text}'`);
  return found;
}

/** @throws RangeError naming the option. */
export function dayOf(text: string, option: string): Day {
  return named(option, () => day(text));
}

/** What `read` answers. @throws RangeError that names the option too. */
export function named<Value>(option: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(`${option}: ${error.message}`, { cause: error }) : error;
  }
}

/** What `read` answers. @throws RangeError with a line for each field that an input class refuses. */
export function checkedFields<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const lines = fieldsIn(error).map(({ field, problem }) => `${field}: ${problem}`);
    throw new RangeError(lines.join('\n'), { cause: error });
  }
}

/** The fields that a refused input names. */
export function fieldsIn({ extra }: Problem): readonly { readonly field: string; readonly problem: string }[] {
  return extra['errors'] as readonly { readonly field: string; readonly problem: string }[];
}
