import { createCanvas } from '@napi-rs/canvas';
import jsQrModule from 'jsqr';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const jsQr = jsQrModule as unknown as (typeof jsQrModule)['default'];

/** What a reader and a phone get out of a PDF: its text, and the content of the QR codes on its pages. */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ readonly text: string; readonly qrCodes: readonly string[] }> {
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const texts: string[] = [];
  const qrCodes: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    texts.push(await textOn(page));
    const code = await qrCodeOn(page);
    if (code) qrCodes.push(code);
  }
  return { text: texts.join('\n'), qrCodes };
}

/** Its text alone: looking for QR codes takes seconds a page. */
export async function readPdfText(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) texts.push(await textOn(await document.getPage(number)));
  return texts.join('\n');
}

async function textOn(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ');
}

async function qrCodeOn(page: PDFPageProxy): Promise<string | undefined> {
  const viewport = page.getViewport({ scale: 2 });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return jsQr(data, width, height)?.data;
}
