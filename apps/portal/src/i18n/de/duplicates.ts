/** Records of volunteers that may be one person. */
export const duplicates = {
  'duplicates.title': 'Doppelte Einträge',
  'duplicates.lead': 'Diese Einträge könnten dieselbe Person sein. Paare und Familien teilen sich oft eine Adresse.',
  'nav.duplicates': 'Doppelte',
  'duplicates.empty': 'Keine doppelten Einträge',
  'duplicates.empty.text': 'Sobald zwei Einträge Adresse, Telefonnummer oder Namen teilen, stehen sie hier.',
  'duplicates.shared': 'Gleich: {what}',
  'duplicates.shared.email': 'E-Mail-Adresse',
  'duplicates.shared.phone': 'Telefonnummer',
  'duplicates.shared.name': 'Name und Geburtsjahr',
  'duplicates.since': 'Seit',
  'duplicates.keep': 'Diesen Eintrag behalten',
  'duplicates.keep.ask': 'Nur den Eintrag von {name} behalten?',
  'duplicates.keep.text':
    'Die anderen Einträge dieser Gruppe verschwinden aus Listen und Vorschlägen. Keine Zahl ändert sich, und Sie können es unten zurücknehmen.',
  'duplicates.merged': 'Zusammengeführt',
  'duplicates.merged.none': 'Noch nichts wurde zusammengeführt.',
  'duplicates.merged.into': '{name} gehört zu',
  'duplicates.undo': 'Wieder trennen',
  'duplicates.undo.ask': '{name} wieder trennen?',
  'duplicates.undo.text': 'Beide Einträge stehen danach wieder in den Listen, so wie sie waren.',
} as const;
