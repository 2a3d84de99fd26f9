import type { nextSteps as german } from '../de/next-steps.js';
import type { SaidAs } from '../messages.js';

export const nextSteps: SaidAs<typeof german> = {
  'messages.read': 'Read the text',
  'messages.read.title': 'What the message says',
  'messages.read.links': 'Instead of a link that answers, “…” stands here: it belongs to the recipient alone.',
  'placement.silent': 'Ask how it is going',
  'placement.silent.text': 'Call or write. Then enter what happened, or end the placement.',
  'placement.again': 'Look for somebody else',
  'request.again.lead': 'What the earlier request said is filled in. Change what is different today.',
  'rematch.show': 'To the rematch',
  'request.follows': 'Rematch',
  'request.follows.placement': 'To the earlier placement',
  'board.left-out': 'Has accompanied this household before',
  'board.left-out.text': 'Not proposed again because of how the placement ended:',
};
