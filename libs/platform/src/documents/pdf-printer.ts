import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Injectable } from '@nestjs/common';

const require = createRequire(import.meta.url);
const fonts = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
];

/** A template in typst, and what it is filled with: texts under `sys.inputs`, structured ones as JSON. */
export interface TypstDocument {
  readonly template: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Sets documents as PDF/UA-1, in memory: no file is written. */
@Injectable()
export class PdfPrinter {
  private compiler: NodeCompiler | undefined;

  print({ template, inputs }: TypstDocument): Buffer {
    // Creating the compiler reads fonts: once, and only where something is printed.
    this.compiler ??= createCompiler();
    return setPages(this.compiler, { mainFileContent: template, inputs });
  }
}

function setPages(compiler: NodeCompiler, document: Parameters<NodeCompiler['pdf']>[0]): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' });
  } catch {
    // The standard forbids letters that no font has; a name in such a script is better printed in part than not at all.
    return compiler.pdf(document);
  } finally {
    // What was set, names included, does not stay in memory.
    compiler.evictCache(0);
  }
}

function createCompiler(): NodeCompiler {
  const fontBlobs = fonts.map((font) => readFileSync(require.resolve(`@expo-google-fonts/${font}`)));
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
}
