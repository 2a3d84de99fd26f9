import type { accessibility as german } from '../de/accessibility.js';
import type { SaidAs } from '../messages.js';

export const accessibility: SaidAs<typeof german> = {
  'app.accessibility': 'Accessibility',
  'accessibility.title': 'Accessibility statement',
  'accessibility.lead':
    'Everybody should be able to use this portal. We measure it by the German BITV 2.0. As of November 2026.',
  'accessibility.state': 'How far we are',
  'accessibility.state.text': 'The portal meets the requirements in part. This is our own assessment.',
  'accessibility.tested': 'What we have tested',
  'accessibility.tested.text':
    'Every page is tested automatically with every change, in Arabic too. A whole piece of work is done with the keyboard alone. We have not yet tested with screen readers.',
  'accessibility.missing': 'What is still missing',
  'accessibility.missing.text':
    'There are no versions in easy language or sign language yet. PDF documents are not tested against PDF/UA; what they say is also on the pages.',
  'accessibility.contact': 'Report a barrier',
  'accessibility.contact.text':
    'Something does not work, or you need something in another form? Write to us. We answer within a month.',
  'accessibility.enforcement': 'If our answer does not help',
  'accessibility.enforcement.text':
    'For federal bodies the arbitration service under section 16 BGG helps free of charge (www.schlichtungsstelle-bgg.de). For towns, counties and state bodies the procedure of the federal state applies, in North Rhine-Westphalia the ombuds office for accessible information technology.',
};
