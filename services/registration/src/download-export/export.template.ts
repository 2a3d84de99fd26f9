/** The readable answer, in typst. Everything comes in as JSON and is set as text, never read as markup. */
export const exportTemplate = `
#let document-data = json(bytes(sys.inputs.document))
#set document(title: sys.inputs.title)
#set page(paper: "a4", margin: (x: 22mm, y: 20mm), numbering: "1")
#set text(font: ("Noto Sans", "Noto Sans Arabic"), size: 10pt, lang: sys.inputs.lang)
#show heading: set block(above: 1.6em, below: 0.8em)

#let rows-of(table-data) = {
  let columns-count = table-data.rows.first().len()
  let head = table-data.head.map(cell => strong(cell))
  table(
    columns: if columns-count == 3 { (auto, 1fr, auto) } else { (auto, 1fr) },
    align: start,
    stroke: (x: none, y: 0.4pt + luma(75%)),
    inset: 5pt,
    ..if head.len() > 0 { (table.header(..head),) },
    ..table-data.rows.flatten().map(cell => text(cell)),
  )
}

#heading(level: 1, document-data.title)
#document-data.intro

#for section in document-data.sections {
  heading(level: 2, section.title)
  for paragraph in section.text { par(paragraph) }
  if "table" in section { rows-of(section.table) }
}
`;
