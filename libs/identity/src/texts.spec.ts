import { languages, preferredLanguage } from './texts.js';

describe('the language of the sign-in pages', () => {
  it.each([
    [undefined, 'de'],
    ['', 'de'],
    ['fr-FR,fr;q=0.9', 'de'],
    ['ar', 'ar'],
    ['fr,uk;q=0.8,en;q=0.9', 'en'],
    ['en;q=0,fa', 'fa'],
    ['*', 'de'],
  ])('%j is answered in %s', (told, language) => {
    expect(preferredLanguage(told)).toBe(language);
  });
  it('lacks no text, and each mail has a place for its link', () => {
    for (const texts of Object.values(languages)) {
      expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([]);
      expect(texts.mailText.split('{link}')).toHaveLength(2);
    }
  });
  it('says nothing in German where another language is spoken', () => {
    const { de, ...others } = languages;
    for (const texts of Object.values(others))
      for (const [key, text] of Object.entries(texts))
        if (text === de[key as keyof typeof de]) expect(key).toBe('code');
  });
});
