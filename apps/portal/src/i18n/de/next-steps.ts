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
  'rematch.show': 'Zur Neuvermittlung',
  'request.follows': 'Neuvermittlung',
  'request.follows.placement': 'Zur früheren Begleitung',
  'board.left-out': 'Hat diesen Haushalt schon begleitet',
  'board.left-out.text': 'Wird nicht noch einmal vorgeschlagen, weil die Begleitung so endete:',
} as const;
