/** What towns let a county read. */
export const oversight = {
  'nav.oversight': 'Einsicht',
  'oversight.title': 'Einsicht in Kommunen',
  'oversight.lead': 'Was Kommunen Ihren Kreis lesen lassen: wofür, wie viel und bis wann.',
  'oversight.empty': 'Noch keine Kommune gibt Einsicht',
  'oversight.empty.text':
    'Bitten Sie die Verwaltung einer Kommune darum. Sie gibt die Einsicht auf ihrer Seite „Verwaltung“ und nennt dort Zweck, Umfang und Ende.',
  'oversight.open': '{name} ansehen',
  'oversight.town': 'Einsicht: {name}',
  'oversight.town.lead':
    'Zahlen ohne Namen, so weit die Kommune sie Ihrem Kreis öffnet. Kleine Zahlen sind verborgen, wenn sie nicht ausdrücklich geöffnet sind.',
  'oversight.granted': 'Was die Kommune geöffnet hat',
  'oversight.courses': 'Kurse mit Terminen und Plätzen',
  'oversight.ended': 'Hier gibt es keine Einsicht',
  'oversight.ended.text':
    'Die Kommune hat Ihrem Kreis nichts geöffnet, oder die Einsicht ist zu Ende. Fragen Sie ihre Verwaltung, wenn Sie die Zahlen brauchen.',
} as const;
