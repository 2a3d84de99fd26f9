import { PdfPrinter } from '@lotsennetz/platform/documents';
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

/** Sets certificates, one to a page. */
@Injectable()
export class CertificatePrinter {
  constructor(private readonly printer: PdfPrinter) {}

  async print(certificates: readonly PrintedCertificate[], title: string): Promise<Buffer> {
    const pages = await Promise.all(certificates.map(async (each) => ({ ...each, qr: await qrCodeOf(each.address) })));
    const issuer = certificates[0]?.issuer ?? '';
    const inputs = { certificates: JSON.stringify(pages), title, issuer };
    return this.printer.print({ template: certificateTemplate, inputs });
  }
}
