/** What people may demand of their data, and what a form says that somebody else has changed. */
export const rights = {
  'forget.title': 'Meine Daten löschen lassen',
  'forget.text':
    'Sie können verlangen, dass alles gelöscht wird, was über Sie gespeichert ist. Das Büro antwortet Ihnen spätestens nach einem Monat. Ist es gelöscht, lässt sich nichts zurückholen, und Ihr Konto endet.',
  'forget.ask': 'Löschung verlangen',
  'forget.ask.title': 'Wirklich alles löschen lassen?',
  'forget.ask.text':
    'Auch eine laufende Begleitung endet damit, und offene Anfragen und Kursplätze verfallen. Bis das Büro es ausführt, können Sie es sich hier anders überlegen.',
  'forget.requested': 'Sie haben am {day} die Löschung verlangt',
  'forget.requested.text': 'Das Büro antwortet Ihnen spätestens nach einem Monat.',
  'forget.by-others': 'Seit dem {day} ist die Löschung Ihrer Daten beantragt',
  'forget.by-others.text': 'Wenn Sie das nicht möchten, sagen Sie es bitte gleich dem Büro.',
  'forget.proposed': 'Ihre Daten sollen am {day} gelöscht werden',
  'forget.proposed.text':
    'Die Zeit, für die wir sie aufheben, ist um. Wenn Sie noch dabei sind, sagen Sie es dem Büro.',
  'forget.ordered': 'Ihre Daten werden gelöscht',
  'forget.held': 'Bis zum {day} müssen wir warten: {why}.',
  'forget.hold.running-placement': 'eine Begleitung läuft noch',
  'forget.hold.open-accident-claim': 'ein Unfall ist noch nicht abgeschlossen',
  'forget.hold.funding-audit': 'die Verwendung von Fördergeld wird geprüft',
  'forget.hold.legal-claim': 'ein Rechtsstreit ist offen',
  'forget.hold.statutory-retention': 'das Gesetz schreibt eine Frist vor',
  'forget.withdraw': 'Doch nicht löschen',
  'forget.withdrawn': 'Ihre Daten bleiben gespeichert',
  'meanwhile.title': 'Inzwischen hat jemand anderes das geändert',
  'meanwhile.row': '{field}: {value}',
  'meanwhile.empty': 'nichts',
  'meanwhile.text': 'Was Sie eingegeben haben, steht noch da. Wenn Sie speichern, gilt Ihre Angabe.',
  'meanwhile.take': 'Den neuen Stand übernehmen',
  'error.erasure-ordered': 'Die Löschung läuft schon',
  'error.erasure-ordered.text': 'Sie lässt sich nicht mehr aufhalten.',
} as const;
