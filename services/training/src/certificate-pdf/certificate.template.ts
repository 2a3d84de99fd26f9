/**
 * A page for each certificate, in typst. Everything that people typed comes in as JSON and is set as text,
 * so that nothing of it is ever read as markup.
 */
export const certificateTemplate = `
#let certificates = json(bytes(sys.inputs.certificates))
#set document(title: sys.inputs.title, author: sys.inputs.issuer)
#set page(paper: "a4", margin: (x: 25mm, y: 22mm))
#set text(font: ("Noto Sans", "Noto Sans Arabic"), size: 11pt, lang: "de", region: "DE")
#show heading.where(level: 1): set text(size: 30pt, weight: "bold")

#let page-of(certificate) = {
  align(center)[
    #text(size: 13pt, certificate.issuer)
    #v(14mm)
    #heading(level: 1, outlined: false)[Zertifikat]
    #v(10mm)
    #text(size: if certificate.name.len() > 40 { 15pt } else { 22pt }, weight: "bold", certificate.name)
    #v(6mm)
    hat an der Qualifizierung
    #v(1mm)
    #text(size: 15pt, weight: "bold", certificate.courseTitle)
    #v(1mm)
    in #certificate.town teilgenommen.
  ]
  v(8mm)
  table(
    columns: (auto, 1fr, auto, auto),
    align: (right, left, right, right),
    stroke: (x: none, y: 0.4pt + luma(70%)),
    inset: 6pt,
    table.header[*Nr.*][*Inhalt*][*Datum*][*Minuten*],
    ..certificate.sessions.map(session => (
      [#session.number], [#session.title], [#session.heldOn], [#session.minutes],
    )).flatten(),
    table.footer(repeat: false, [], [*Gesamt*], [], [*#certificate.minutes*]),
  )
  v(1fr)
  grid(
    columns: (1fr, auto),
    align: (left + bottom, right + bottom),
    [
      Ausgestellt am #certificate.issuedOn \\
      Nummer #certificate.number
      #v(16mm)
      #line(length: 70mm, stroke: 0.5pt)
      #text(size: 9pt)[Unterschrift]
    ],
    image(bytes(certificate.qr), format: "svg", width: 32mm, alt: "QR-Code zur Prüfung: " + certificate.address),
  )
  v(4mm)
  text(size: 8pt)[Echtheit prüfen: #link(certificate.address)]
}

#for (index, certificate) in certificates.enumerate() {
  if index > 0 { pagebreak() }
  page-of(certificate)
}
`;
