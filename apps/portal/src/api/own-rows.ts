import type { Answer, Row } from './answers.js';
import type { PersonalText } from './personal-text.js';

export type OwnProfile = Answer<'/registration/{tenant}/me'>;
export type OwnProposal = Row<'/matching/{tenant}/me/proposals'>;
/** What volunteers learn of a request: enough to decide, and nothing to know the household by. */
export type WhatIsAsked = OwnProposal['about'];
export type OwnPlacement = Row<'/matching/{tenant}/me/placements'>;
export type OwnCourse = Row<'/training/{tenant}/me/courses'>;
export type OwnCertificate = Row<'/training/{tenant}/me/certificates'>;
export type OwnMessage = Row<'/notifications/{tenant}/me/messages'>;
export type OwnExport = Row<'/registration/{tenant}/me/exports'>;
/** Who saw something of the person who asks: which role of which organisation, never which member of staff. */
export type Look = Row<'/registration/{tenant}/me/access-log'>;
/** What a signed link is about. */
export type LinkedProposal = Answer<'/matching/{tenant}/linked-proposal'>;

/** Text of a field; what was deleted is an empty one. */
export function textOf(text: PersonalText | undefined): string {
  return typeof text === 'string' ? text : '';
}
