import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Injectable } from '@nestjs/common';
import { certificateTemplate } from './certificate.template.js';
import { qrCodeOf } from './qr-code.js';

/** What stands on one certificate; texts as they are printed. */
export interface PrintedCertificate {
  readonly issuer: string;
  readonly name: string;
  readonly courseTitle: string;
  readonly town: string;
  readonly sessions: readonly {
    readonly number: number;
    readonly title: string;
    readonly heldOn: string;
    readonly minutes: number;
  }[];
  readonly minutes: number;
  readonly issuedOn: string;
  readonly number: string;
  /** Where the QR code leads. */
  readonly address: string;
}

const require = createRequire(import.meta.url);
const fonts = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
];

/** Sets certificates as PDF/UA-1, one to a page. */
@Injectable()
export class CertificatePrinter {
  private compiler: NodeCompiler | undefined;

  async print(certificates: readonly PrintedCertificate[], title: string): Promise<Buffer> {
    const pages = await Promise.all(certificates.map(async (each) => ({ ...each, qr: await qrCodeOf(each.address) })));
    const issuer = certificates[0]?.issuer ?? '';
    const inputs = { certificates: JSON.stringify(pages), title, issuer };
    // Creating the compiler reads fonts: once, and only where certificates are printed.
    this.compiler ??= createCompiler();
    return setPages(this.compiler, { mainFileContent: certificateTemplate, inputs });
  }
}

function setPages(compiler: NodeCompiler, document: Parameters<NodeCompiler['pdf']>[0]): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' });
  } catch {
    // The standard forbids letters that no font has; a name in such a script is better printed in part than not at all.
    return compiler.pdf(document);
  } finally {
    compiler.evictCache(10);
  }
}

function createCompiler(): NodeCompiler {
  const fontBlobs = fonts.map((font) => readFileSync(require.resolve(`@expo-google-fonts/${font}`)));
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
}
