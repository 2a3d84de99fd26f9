import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PortalFiles } from './portal-files.js';

describe('the files of the portal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-portal-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets/main-0a1b.js'), 'long');
  writeFileSync(join(folder, 'assets/main-0a1b.js.br'), 'short');
  writeFileSync(join(folder, '../outside.js'), 'not ours');
  const files = new PortalFiles(folder);
  afterAll(() => {
    rmSync(folder, { recursive: true });
    rmSync(join(folder, '../outside.js'));
  });

  it('keeps assets for ever and asks for the page each time', () => {
    expect(files.file('assets/main-0a1b.js')?.cacheControl).toBe('public, max-age=31536000, immutable');
    expect(files.file('index.html')).toMatchObject({ cacheControl: 'no-cache', type: 'text/html; charset=utf-8' });
  });
  it('sends the compressed one to those who read it', () => {
    expect(files.file('assets/main-0a1b.js', 'gzip, br')).toMatchObject({
      encoding: 'br',
      bytes: Buffer.from('short'),
    });
    expect(files.file('assets/main-0a1b.js', 'gzip')?.bytes).toEqual(Buffer.from('long'));
    expect(files.file('index.html', 'br')).not.toHaveProperty('encoding');
  });
  it.each(['../outside.js', 'assets/../../outside.js', 'assets/none.js', 'assets', ''])('has nothing at %p', (path) =>
    expect(files.file(path)).toBeUndefined(),
  );
  it('is not built where there is no folder', () => expect(new PortalFiles(join(folder, 'none')).built).toBe(false));
});
