import type { MessageContent, MessageLanguage, TemplateCode } from '../message/message.stream.js';
import { certificateReady } from './certificate-ready.body.js';
import { enrolled } from './enrolled.body.js';
import { invited } from './invited.body.js';
import { membershipInvited } from './membership-invited.body.js';
import { placementConfirmed } from './placement-confirmed.body.js';
import { promoted } from './promoted.body.js';
import { proposal } from './proposal.body.js';
import { reminder } from './reminder.body.js';
import { secondFactorReset } from './second-factor-reset.body.js';
import type { Letter, Template } from './template.body.js';
import { waitlisted } from './waitlisted.body.js';

const templates: Readonly<Record<TemplateCode, Template>> = {
  invited,
  enrolled,
  waitlisted,
  promoted,
  reminder,
  'certificate-ready': certificateReady,
  proposal,
  'placement-confirmed': placementConfirmed,
  'membership-invited': membershipInvited,
  'second-factor-reset': secondFactorReset,
};

/** Who writes. */
export interface Sender {
  readonly tenantName: string;
  /** Address of the platform, for the last line. */
  readonly publicUrl: string;
  /** Where a proposal can be answered, an invitation accepted. */
  readonly answerAt?: string;
}

const frames = {
  de: { greeting: 'Guten Tag', closing: 'Freundliche Grüße' },
  en: { greeting: 'Hello', closing: 'Kind regards' },
} as const;

/** The language a person is written to in: German, unless another one we have was asked for. */
export function languageFor(preferred: string | undefined): MessageLanguage {
  return preferred?.split('-')[0] === 'en' ? 'en' : 'de';
}

/** Subject and paragraphs, without anything personal. */
export function letterFor(content: MessageContent, language: MessageLanguage, sender: Sender): Letter {
  const { tenantName, answerAt } = sender;
  return templates[content.template][language]({ ...content.params, tenantName, ...(answerAt ? { answerAt } : {}) });
}

/** The whole text of a mail to somebody. */
export function addressed(letter: Letter, language: MessageLanguage, to: Sender & { readonly name: string }): string {
  const { greeting, closing } = frames[language];
  return [`${greeting} ${to.name},`, ...letter.paragraphs, `${closing}\n${to.tenantName}\n${to.publicUrl}`, '']
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}
