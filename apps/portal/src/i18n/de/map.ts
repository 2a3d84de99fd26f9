/** Where a request and its candidates are. */
export const map = {
  'map.title': 'Wo sie sind',
  'map.says': {
    one: 'Karte: in der Mitte die Anfrage, um sie eine Person. Ort und Weg stehen in der Liste darunter.',
    other:
      'Karte: in der Mitte die Anfrage, um sie {count} Personen mit ihren Nummern. Ort und Weg stehen in der Liste darunter.',
  },
  'map.unknown': 'Zu dieser Anfrage kennen wir weder Postleitzahl noch Ort. Deshalb gibt es keine Karte.',
  'map.nobody': 'Zurzeit gibt es niemanden zu zeigen.',
} as const;
