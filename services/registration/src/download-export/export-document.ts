import type { FederalState, LegalRegime, PersonalFact, RetentionKind } from '@lotsennetz/contracts';
import { retentionMonths, usualRetentionMonths, type TimedRetention } from '@lotsennetz/platform';
import { wordsFor } from './export-words.js';
import { namedFacts, namedFields, type ExportWords, type NamedFact } from './export-words.type.js';
import type { Gathered } from './gathered.js';
import { articles, authorityOf } from './legal-regime.js';

/** Who answers for the data. */
export interface Controller {
  readonly name: string;
  readonly legalRegime: LegalRegime;
  readonly federalState?: FederalState;
  readonly retention?: readonly { readonly kind: RetentionKind; readonly months: number }[];
}

export interface Section {
  readonly title: string;
  readonly text: readonly string[];
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** The readable answer, in the person's language: texts as they are set. */
export interface ExportDocument {
  readonly language: string;
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly Section[];
}

export function exportDocument({ export: asked, services }: Gathered, controller: Controller): ExportDocument {
  const { language, words } = wordsFor(asked.language);
  const tenant = controller.name;
  const facts = [...services.values()].flat().filter(isOriginal).sort(byDay);
  const ofPlacements = facts.filter(({ what }) => /^(Placement|Visit)/.test(what));
  const ofMessages = facts.filter(({ about }) => about === 'message');
  const looks = facts.filter(({ about }) => about === 'access');
  const listedElsewhere = new Set([...ofPlacements, ...ofMessages, ...looks]);
  const others = facts.filter((fact) => !listedElsewhere.has(fact));
  return {
    language,
    title: words.title,
    intro: filled(words.intro, { tenant, day: localDay(asked.requestedOn, language) }),
    sections: [
      masterData(facts, asked.subjectId, words),
      listed(words.events, others, { words, language }),
      listed(words.placements, ofPlacements, { words, language }),
      listed(words.messages, ofMessages, { words, language }),
      listed(words.looks, looks, { words, language }),
      copies(services, words),
      { title: words.recipients, text: [filled(words.recipientsText, { tenant })] },
      retention(controller, words),
      { title: words.rights, text: [filled(words.rightsText, { ...articles[controller.legalRegime], tenant })] },
      { title: words.authority, text: [complaint(controller, words), words.complete] },
    ],
  };
}

/** What other services have learnt from the first is a copy; it is counted, not listed again. */
function isOriginal({ what }: PersonalFact): boolean {
  return !what.endsWith('Learnt') && !/^(Contact|Seat|Fact|Person)/.test(what);
}

function masterData(facts: readonly PersonalFact[], subjectId: string, words: ExportWords): Section {
  const own = facts.filter(({ id, about }) => id === subjectId && (about === 'volunteer' || about === 'newcomer'));
  const data: Record<string, unknown> = Object.fromEntries(own.flatMap((fact) => Object.entries(fact.data as object)));
  const rows = namedFields
    .filter((name) => data[name] !== undefined && data[name] !== null)
    .map((name) => [words.fields[name], shown(data[name], words)]);
  return rows.length > 0
    ? { title: words.masterData, text: [], table: { head: [], rows } }
    : { title: words.masterData, text: [words.nothing] };
}

function listed(
  title: string,
  facts: readonly PersonalFact[],
  { words, language }: { readonly words: ExportWords; readonly language: string },
): Section {
  if (facts.length === 0) return { title, text: [words.nothing] };
  const rows = facts.map(({ happenedOn, what, enteredBy, data }) => [
    localDay(happenedOn, language),
    what === 'Seen' ? seenKinds(data, words) : isNamed(what) ? words.facts[what] : what,
    enteredBy
      .split(', ')
      .map((actor) => words.actors[actor] ?? actor)
      .join(', '),
  ]);
  return { title, text: [], table: { head: [words.day, words.what, words.enteredBy], rows } };
}

function seenKinds(data: unknown, words: ExportWords): string {
  const { seen } = data as { readonly seen: readonly string[] };
  return seen.map((kind) => words.seen[kind] ?? kind).join(', ');
}

function isNamed(what: string): what is NamedFact {
  return namedFacts.some((name) => name === what);
}

function copies(services: Gathered['services'], words: ExportWords): Section {
  const rows = [...services].map(([service, facts]) => [service, String(facts.length)]);
  return { title: words.copies, text: [], table: { head: [words.service, words.count], rows } };
}

function retention(controller: Controller, words: ExportWords): Section {
  const kinds = Object.keys(usualRetentionMonths) as readonly TimedRetention[];
  const rows = kinds.map((kind) => [
    words.retentionKinds[kind],
    filled(words.months, { months: String(retentionMonths(kind, controller)) }),
  ]);
  return { title: words.retention, text: [words.retentionText], table: { head: [], rows } };
}

function complaint({ legalRegime, federalState }: Controller, words: ExportWords): string {
  return filled(words.authorityText, { authority: authorityOf(legalRegime, federalState) });
}

function shown(value: unknown, words: ExportWords): string {
  if (Array.isArray(value)) return value.map((each) => shown(each, words)).join(', ');
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function localDay(day: string, language: string): string {
  // Of the calendar that German offices use, whatever the language.
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

function byDay(a: PersonalFact, b: PersonalFact): number {
  return a.happenedOn.localeCompare(b.happenedOn) || a.recordedAt.localeCompare(b.recordedAt);
}
