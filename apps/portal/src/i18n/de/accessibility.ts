/** What the portal says about its own accessibility. */
export const accessibility = {
  'app.accessibility': 'Barrierefreiheit',
  'accessibility.title': 'Erklärung zur Barrierefreiheit',
  'accessibility.lead': 'Dieses Portal soll für alle benutzbar sein. Maßstab ist die BITV 2.0. Stand: November 2026.',
  'accessibility.state': 'Wie weit wir sind',
  'accessibility.state.text': 'Das Portal erfüllt die Anforderungen teilweise. Die Bewertung stammt von uns selbst.',
  'accessibility.tested': 'Was wir geprüft haben',
  'accessibility.tested.text':
    'Jede Seite wird bei jeder Änderung automatisch geprüft, auch auf Arabisch. Ein ganzer Arbeitsgang wird nur mit der Tastatur bedient. Mit Bildschirmleseprogrammen haben wir noch nicht geprüft.',
  'accessibility.missing': 'Was noch fehlt',
  'accessibility.missing.text':
    'Es gibt noch keine Fassungen in Leichter Sprache und in Gebärdensprache. PDF-Dokumente sind nicht nach PDF/UA geprüft; ihre Angaben stehen auch auf den Seiten.',
  'accessibility.contact': 'Barrieren melden',
  'accessibility.contact.text':
    'Etwas geht nicht, oder Sie brauchen einen Inhalt in anderer Form? Schreiben Sie uns. Wir antworten innerhalb eines Monats.',
  'accessibility.enforcement': 'Wenn unsere Antwort nicht hilft',
  'accessibility.enforcement.text':
    'Bei Stellen des Bundes hilft die Schlichtungsstelle nach § 16 BGG (www.schlichtungsstelle-bgg.de), kostenlos. Bei Städten, Kreisen und Stellen der Länder gilt das Verfahren des Landes, in Nordrhein-Westfalen die Ombudsstelle für barrierefreie Informationstechnik.',
} as const;
