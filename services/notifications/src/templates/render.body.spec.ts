import { day } from '@lotsennetz/kernel';
import { messageLanguages, templateCodes, type MessageParams } from '../message/message.stream.js';
import { addressed, languageFor, letterFor } from './render.body.js';

const params: MessageParams = {
  courseCode: 'SI-1',
  courseTitle: 'Integrationslotsen',
  town: 'Siegen',
  heldOn: day('2026-10-05'),
  startsAt: '18:00',
  sessionNumber: 1,
  sessionTitle: 'Recht und Politik',
  certificateNumber: 'SI-1-01',
  topics: ['health', 'public-authorities'],
  languages: ['ar', 'fa'],
  membershipId: 'membership-of-ines',
  invitation: 1,
  validUntil: day('2026-10-19'),
};
const sender = { tenantName: 'Stadt Siegen', publicUrl: 'https://lotsen.example.org' };
const every = templateCodes.flatMap((template) => messageLanguages.map((language) => ({ template, language })));

describe('texts of messages', () => {
  it.each(every)('$template in $language says all it should, and nothing is left open', ({ template, language }) => {
    const letter = letterFor({ template, recipientId: 'rosa', params }, language, sender);
    const text = addressed(letter, language, { ...sender, name: 'Rosa Nassauer' });
    expect(letter.subject).toMatch(/^[^\r\n]{10,120}$/);
    expect(text).toContain('Rosa Nassauer');
    expect(text).toContain('Stadt Siegen\nhttps://lotsen.example.org\n');
    expect(`${letter.subject} ${text}`).not.toMatch(/undefined|null|\[object|\{|NaN/);
  });

  it('says days, topics and languages in words', () => {
    const german = letterFor({ template: 'proposal', recipientId: 'rosa', params }, 'de', sender).paragraphs.join(' ');
    expect(german).toContain('Es geht um: Arzt und Behörde. Sprachen: Arabisch und Persisch.');
    const english = letterFor({ template: 'reminder', recipientId: 'rosa', params }, 'en', sender).subject;
    expect(english).toBe('Reminder: “Recht und Politik” on Monday, 5 October 2026');
  });

  it.each(messageLanguages)('a proposal in %s says where to answer, where that is known', (language) => {
    const proposal = { template: 'proposal', recipientId: 'rosa', params } as const;
    const answerAt = 'https://lotsen.example.org/t/siegen/vorschlag?link=x.y.z';
    const lines = letterFor(proposal, language, { ...sender, answerAt })
      .paragraphs.join('\n')
      .split('\n');
    expect(lines).toContain(answerAt);
    expect(letterFor(proposal, language, sender).paragraphs.join(' ')).not.toContain('14');
  });

  it.each([
    ['de', 'Sie gilt bis Montag, 19. Oktober 2026'],
    ['en', 'It is good until Monday, 19 October 2026'],
  ] as const)('an invitation in %s says until when it counts, and where it leads', (language, until) => {
    const invitation = { template: 'membership-invited', recipientId: 'ines', params } as const;
    const answerAt = 'https://lotsen.example.org/join/siegen/x.1.y';
    const text = letterFor(invitation, language, { ...sender, answerAt }).paragraphs.join('\n');
    expect(text).toContain(`${until}:\n${answerAt}\n`);
  });

  it('a proposal without topics still reads well', () => {
    const [first] = letterFor({ template: 'proposal', recipientId: 'rosa', params: {} }, 'de', sender).paragraphs;
    expect(first).toBe('Jemand sucht Begleitung, und wir haben an Sie gedacht.');
  });

  it.each([
    [undefined, 'de'],
    ['de', 'de'],
    ['ar', 'de'],
    ['en', 'en'],
    ['en-GB', 'en'],
  ])('who prefers %s is written to in %s', (preferred, expected) => {
    expect(languageFor(preferred)).toBe(expected);
  });
});
