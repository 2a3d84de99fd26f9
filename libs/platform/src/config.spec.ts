import { isAbsolute } from 'node:path';
import { readConfig, settings } from './config.js';

describe('configuration', () => {
  it('has a value for every setting when nothing is set', () => {
    const config = readConfig({});
    expect(Object.keys(config)).toEqual(Object.keys(settings));
    expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', publicFormsPerMinute: 60, eventStore: 'sqlite:' });
    expect(isAbsolute(config.dataFolder)).toBe(true);
  });
  it('takes values from the environment', () => {
    const config = readConfig({
      PORT: '0',
      LOTSENNETZ_PUBLIC_URL: 'https://lotsen.example.org/',
      LOTSENNETZ_TOKEN: 't',
    });
    expect(config).toMatchObject({ port: 0, publicUrl: 'https://lotsen.example.org', token: 't' });
  });
  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', LOTSENNETZ_DATA: '' })).toEqual(readConfig({}));
  });
  it.each([
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '65536'],
    ['LOTSENNETZ_PUBLIC_FORMS_PER_MINUTE', 'many'],
    ['LOTSENNETZ_PUBLIC_URL', 'lotsen.example.org'],
    ['LOTSENNETZ_PUBLIC_URL', 'ftp://lotsen.example.org'],
  ])('names %s when its value is %s', (variable, value) => {
    expect(() => readConfig({ [variable]: value })).toThrow(variable);
  });
  it('has a variable of its own and a sentence for every setting', () => {
    const all = Object.values(settings);
    expect(new Set(all.map((setting) => setting.variable)).size).toBe(all.length);
    for (const setting of all) expect(setting.meaning).toMatch(/^[A-Z].*\.$/);
  });
});
