import { readFileSync } from 'node:fs';

/**
 * Where any of the texts stands as words of its own, in UTF-8 or UTF-16. Inside longer runs of letters and digits
 * it does not count: sealed values are base64, in which every short name turns up sooner or later.
 */
export function clearTextIn(
  files: readonly string[],
  texts: readonly string[],
): readonly { readonly file: string; readonly text: string }[] {
  const wanted = [...new Set(texts)].filter((text) => text.length >= 3);
  return files.flatMap((file) => {
    const bytes = readFileSync(file);
    const readings = [bytes.toString('utf8'), bytes.toString('utf16le')];
    return wanted
      .filter((text) => readings.some((reading) => standsAlone(reading, text)))
      .map((text) => ({ file, text }));
  });
}

function standsAlone(reading: string, text: string): boolean {
  const inWord = /[\p{L}\p{N}_-]/u;
  for (let at = reading.indexOf(text); at >= 0; at = reading.indexOf(text, at + 1)) {
    const before = reading[at - 1] ?? ' ';
    const after = reading[at + text.length] ?? ' ';
    if (!inWord.test(before) && !inWord.test(after)) return true;
  }
  return false;
}
