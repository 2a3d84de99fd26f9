import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader finds in a PDF: the text of each page and the addresses it links to. */
export async function readPdf(
  data: Uint8Array,
): Promise<{ readonly pages: readonly string[]; readonly links: readonly string[] }> {
  const task = getDocument({ data, useSystemFonts: false });
  const document = await task.promise;
  const pages: string[] = [];
  const links: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    const annotations = (await page.getAnnotations()) as readonly { readonly url?: string }[];
    links.push(...annotations.flatMap(({ url }) => (url ? [url] : [])));
  }
  await task.destroy();
  return { pages, links };
}
