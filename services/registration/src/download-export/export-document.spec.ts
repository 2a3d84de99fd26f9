import type { PersonalFact, ServiceName } from '@lotsennetz/contracts';
import { day } from '@lotsennetz/kernel';
import { exportDocument, type Controller } from './export-document.js';
import type { Gathered } from './gathered.js';

const siegen: Controller = { name: 'Stadt Siegen', legalRegime: 'DSGVO', federalState: 'DE-NW' };
const fact = (what: string, about: string, more: Partial<PersonalFact> = {}): PersonalFact => ({
  ...{
    about,
    id: 'x',
    what,
    happenedOn: '2015-03-01',
    recordedAt: '2015-03-01T08:00:00.000Z',
    enteredBy: 'coordinator',
  },
  ...{ data: {}, ...more },
});
const facts: readonly (readonly [ServiceName, readonly PersonalFact[]])[] = [
  [
    'registration',
    [
      fact('InterestRegistered', 'volunteer', {
        ...{ id: 'rosa', happenedOn: '2015-01-06', enteredBy: 'form' },
        data: { givenName: 'Rosa', town: 'Siegen', ownMigrationExperience: true, languages: ['de', 'ar'] },
      }),
      fact('ProfileChanged', 'volunteer', { id: 'rosa', data: { town: 'Kreuztal' } }),
    ],
  ],
  ['matching', [fact('PlacementConfirmed', 'request'), fact('ProfileLearnt', 'helper')]],
  ['notifications', [fact('MessageSent', 'message', { enteredBy: 'automatic' })]],
  ['training', [fact('Seen', 'access', { data: { seen: ['name', 'contact'] } })]],
];
const gathered = (language: string): Gathered => ({
  export: {
    ...{ status: 'complete', subjectId: 'rosa', kind: 'volunteer', language, missing: [], received: [] },
    ...{ requestedOn: day('2016-02-01'), expiresOn: day('2016-02-08') },
  },
  services: new Map(facts),
});
const section = (title: string, controller = siegen, language = 'en') =>
  exportDocument(gathered(language), controller).sections.find((each) => each.title === title);

describe('the readable answer', () => {
  it('shows the details as they are now', () => {
    expect(section('Your details')?.table?.rows).toEqual([
      ['Given name', 'Rosa'],
      ['Town', 'Kreuztal'],
      ['Languages', 'de, ar'],
      ['Own experience of migration', 'yes'],
    ]);
  });
  it('shows what was written down when and by whom, each thing once and in its place', () => {
    expect(section('What was written down')?.table?.rows).toEqual([
      ['Jan 6, 2015', 'Interest registered', 'form'],
      ['Mar 1, 2015', 'Details changed', 'coordination'],
    ]);
    expect(section('Placements')?.table?.rows).toEqual([['Mar 1, 2015', 'Placement begun', 'coordination']]);
    expect(section('Messages to you')?.table?.rows).toEqual([['Mar 1, 2015', 'Message sent', 'platform']]);
    expect(section('Who saw your data')?.table?.rows).toEqual([
      ['Mar 1, 2015', 'name, contact details', 'coordination'],
    ]);
    expect(section('Copies in the services of the platform')?.table?.rows).toContainEqual(['matching', '2']);
  });
  it("names the law and the authority of the tenant's regime, and the tenant's periods", () => {
    expect(section('Your rights')?.text.join()).toContain('Art. 17 DSGVO');
    expect(section('Complaints')?.text.join()).toContain('Nordrhein-Westfalen');
    const parish: Controller = { ...siegen, legalRegime: 'KDG', retention: [{ kind: 'newcomers', months: 60 }] };
    expect(section('Your rights', parish)?.text.join()).toContain('§ 19 KDG');
    expect(section('Complaints', parish)?.text.join()).toContain('Diözesan');
    expect(section('For how long', parish)?.table?.rows).toContainEqual(['households', 'after 60 months']);
    expect(section('For how long')?.table?.rows).toContainEqual(['households', 'after 36 months']);
  });
  it.each(['de', 'en', 'ar', 'fa', 'uk'])('leaves no gap unfilled in %s', (language) => {
    const document = exportDocument(gathered(language), siegen);
    expect(document.language).toBe(language);
    expect(JSON.stringify(document)).not.toMatch(/\{\w+\}/);
    expect(document.sections).toHaveLength(10);
  });
  it('is in English for a language that nobody has put it into', () => {
    expect(exportDocument(gathered('so'), siegen)).toMatchObject({ language: 'en', title: 'What is stored about you' });
  });
});
