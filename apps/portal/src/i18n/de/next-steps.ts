/** What the office does next: look at a mail, ask how a placement goes, look for somebody again. */
export const nextSteps = {
  'messages.read': 'Text ansehen',
  'messages.read.title': 'Das steht in der Mitteilung',
  'messages.read.links':
    'Statt eines Links, mit dem man antwortet, steht hier „…“: Er gehört nur der angeschriebenen Person.',
  'placement.silent': 'Fragen Sie nach, wie es geht',
  'placement.silent.text':
    'Rufen Sie an oder schreiben Sie. Tragen Sie dann ein, was war, oder beenden Sie die Begleitung.',
  'placement.again': 'Jemand anderen suchen',
  'request.again.lead': 'Die Angaben der früheren Anfrage stehen schon da. Ändern Sie, was heute anders ist.',
} as const;
