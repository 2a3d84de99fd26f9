import { PdfPrinter } from '@lotsennetz/platform/documents';
import { readPdf } from '../read-pdf.js';
import { CertificatePrinter, type PrintedCertificate } from './certificate-printer.js';

const printer = new CertificatePrinter(new PdfPrinter());

function certificate(name: string, courseTitle = 'Qualifizierung Integrationslotsen Siegen'): PrintedCertificate {
  return {
    issuer: 'Stadt Siegen',
    name,
    courseTitle,
    town: 'Siegen',
    sessions: [
      { number: 1, title: 'Recht und Politik', heldOn: '17.02.2015', minutes: 90 },
      { number: 3, title: 'Soziale Sicherung', heldOn: '03.03.2015', minutes: 45 },
    ],
    minutes: 135,
    issuedOn: '17.03.2015',
    number: 'SI-2015-1-01',
    address: 'https://lotsen.example.org/training/siegen/verify/abc',
  };
}

async function printed(...certificates: readonly PrintedCertificate[]) {
  const file = await printer.print(certificates, 'Zertifikat');
  return { raw: file.toString('latin1'), ...(await readPdf(new Uint8Array(file))) };
}

describe('a printed certificate', () => {
  it('says who took part in what, for how long, issued when and by whom', async () => {
    const { pages, links } = await printed(certificate('Rosa Nassauer'));
    expect(pages).toHaveLength(1);
    for (const text of [
      ...['Rosa Nassauer', 'Qualifizierung Integrationslotsen Siegen', 'in Siegen', 'Stadt Siegen', 'SI-2015-1-01'],
      ...['Recht und Politik', '17.02.2015', '90', 'Soziale Sicherung', '45', '135', '17.03.2015'],
    ])
      expect(pages[0]).toContain(text);
    expect(links).toEqual(['https://lotsen.example.org/training/siegen/verify/abc']);
  });

  it('is PDF/UA-1 in German', async () => {
    const { raw } = await printed(certificate('Rosa Nassauer'));
    expect(raw).toMatch(/<pdfuaid:part>1<|pdfuaid:part="1"/);
    expect(raw).toContain('/Lang (de-DE)');
    expect(raw).toContain('/StructTreeRoot');
  });

  it.each([
    '#import "/etc/passwd": *',
    '*fett* _schräg_ `roh` $x^2$',
    '"; \\ #panic("x")',
    '#{1/0}',
    '<a> @b // c /* d',
  ])('sets %s as it was typed', async (name) => {
    const { pages } = await printed(certificate(name, name));
    expect(pages[0]?.split(name)).toHaveLength(3);
  });

  it.each(['Олена Коваль', 'Ağaoğlu Şükrü', 'Zoë Müller-Lüdenscheidt', 'Έλενα'])('prints %s', async (name) => {
    expect((await printed(certificate(name))).pages[0]).toContain(name);
  });

  it('joins and orders Arabic letters', async () => {
    const { pages, raw } = await printed(certificate('علی رضایی'));
    expect([...'علیرضا'].every((letter) => pages[0]?.includes(letter))).toBe(true);
    expect(raw).toMatch(/NotoSansArabic/);
  });

  it('prints what it can of a name for which there is no font', async () => {
    const { pages } = await printed(certificate('Wei 李明 😀'));
    expect(pages[0]).toContain('Wei');
  });

  it('begins a page for each person', async () => {
    const { pages } = await printed(...['Eins', 'Zwei', 'Drei'].map((name) => certificate(name)));
    expect(pages.map((page) => ['Eins', 'Zwei', 'Drei'].filter((name) => page.includes(name)))).toEqual([
      ['Eins'],
      ['Zwei'],
      ['Drei'],
    ]);
  });
});
