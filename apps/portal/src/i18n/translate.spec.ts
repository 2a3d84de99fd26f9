import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ar } from './ar/index.js';
import { de } from './de/index.js';
import { en } from './en/index.js';
import { fa } from './fa/index.js';
import { preferredLocale, type Locale } from './locales.js';
import type { Message, Messages } from './messages.js';
import { wordsOf } from './translate.js';
import { uk } from './uk/index.js';

const catalogues: Readonly<Record<Locale, Messages>> = { de, en, ar, fa, uk };

describe('words', () => {
  it('fill slots and count as the language does', () => {
    const english = wordsOf('en', en);
    expect(english.t('courses.public.seats', { count: 1 })).toBe('One seat left');
    expect(english.t('courses.public.seats', { count: 12 })).toBe('12 seats left');
    expect(wordsOf('ar', ar).t('courses.public.seats', { count: 2 })).toBe('بقي مكانان');
    expect(wordsOf('uk', uk).t('courses.public.seats', { count: 5 })).toBe('Залишилося 5 місць');
  });
  it('write days, durations and names of languages', () => {
    const german = wordsOf('de', de);
    expect(german.day('2026-03-09')).toBe('09.03.2026');
    expect(german.weekday('2026-03-09')).toBe('Montag, 9. März');
    expect(german.duration(90)).toMatch(/^1 Std\. 30 Min/);
    expect(german.language('ar')).toBe('Arabisch');
    expect(german.language('not a code')).toBe('not a code');
  });
  it('run from right to left in Arabic and Persian only', () =>
    expect(Object.entries(catalogues).filter(([code, all]) => wordsOf(code as Locale, all).dir === 'rtl')).toHaveLength(
      2,
    ));
});

it('no words of one area stand under a key of another, where the later would silently take its place', async () => {
  const files = readdirSync(join(import.meta.dirname, 'de')).filter((name) => name !== 'index.ts');
  const areas = await Promise.all(
    files.map((name) => import(`./de/${name.replace('.ts', '.js')}`) as Promise<Record<string, object>>),
  );
  const keys = areas.flatMap((area) => Object.values(area).flatMap((words) => Object.keys(words)));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(keys).toHaveLength(Object.keys(de).length);
});

describe('the language to begin with', () => {
  it.each([
    [['uk-UA', 'en'], null, 'uk'],
    [['fr', 'ar-SY'], null, 'ar'],
    [['en'], 'fa', 'fa'],
    [['fr'], 'xx', 'de'],
  ])('of %p and stored %p is %s', (browser, stored, expected) =>
    expect(preferredLocale(browser, stored)).toBe(expected),
  );
});

describe.each(Object.entries(catalogues))('%s', (locale, messages) => {
  const slotsIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot ?? '').sort();
  const formsOf = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message));

  it('says nothing empty', () => expect(Object.values(messages).flatMap(formsOf)).not.toContain(''));
  it('fills the same slots as German', () => {
    const differing = Object.entries(messages).filter(([key, message]) => {
      const german: Message = de[key as keyof typeof de];
      const wanted = new Set(formsOf(german).flatMap(slotsIn));
      return formsOf(message).some((form) => slotsIn(form).some((slot) => !wanted.has(slot)));
    });
    expect(differing).toEqual([]);
  });
  it('has every plural form that its numbers need', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.filter((rule) => rule !== 'zero');
    const lacking = Object.entries(messages).filter(
      ([, message]) => typeof message === 'object' && needed.some((rule) => !(rule in message) && rule !== 'other'),
    );
    expect(lacking.map(([key]) => key)).toEqual([]);
  });
});
