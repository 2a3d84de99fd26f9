/** Cells of a CSV text that a spreadsheet would take for a formula (OWASP, CSV injection); plain figures are none. */
export function formulaCells(csv: string): readonly string[] {
  return cellsOf(csv)
    .flat()
    .filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell));
}

/** Takes CSV with `;` apart, by RFC 4180: on its own, so that a fault of the writer is not repeated here. */
export function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const text = csv.replace(/^\ufeff/, '').replace(/\r\n$/, '');
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}
