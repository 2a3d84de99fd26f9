import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const repository = join(import.meta.dirname, '..');

/** Path -> text of each tracked text file that is still there; a binary file has a zero byte. */
const files = new Map(
  tracked()
    .filter((path) => statSync(join(repository, path), { throwIfNoEntry: false })?.isFile())
    .map((path) => [path, readFileSync(join(repository, path), 'utf8')] as const)
    .filter(([, text]) => !text.includes('\0')),
);

const machinePath = /(?<![\w.~-])\/(?:root|home\/[a-z]|Users\/[A-Za-z]|work\/|tmp\/[a-z])[\w./-]*/g;
const registryHost = /https?:\/\/[\w.-]*(?:registry|npmjs|artifactory|nexus|verdaccio|proxy\.golang)[\w.-]*/g;
const mailAddress = /[A-Za-z0-9_%+][\w.%+-]*@[A-Za-z0-9](?:[\w-]*\.)+[A-Za-z]{2,}/g;
/** Paths in these are paths inside a container. */
const containerFile = /^(?:docker-compose\.yml|deploy\/|k8s\/)/;
// Put together, or this file would hold what it looks for.
const aRegistry = ['https://registry', 'npmjs', 'org'].join('.');
const exampleDomain = /@(?:[\w-]+\.)*example\.org$/i;

const self = 'tests/tracked-files.spec.ts';

it('finds the tracked files', () => {
  expect(files.has('package.json')).toBe(true);
  expect(files.size).toBeGreaterThan(50);
});

it.each([
  ['a machine path', machinePath, 'in /home/jo/lotsen', ['/home/jo/lotsen']],
  ['a path of the repository', machinePath, 'libs/home/jo and ./tmp/x and ../home-work/x', []],
  ['a registry', registryHost, `"resolved": "${aRegistry}/jest"`, [aRegistry]],
  ['a mail address', mailAddress, 'To: jo.doe@mail.example.com', ['jo.doe@mail.example.com']],
  ['a versioned package', mailAddress, 'npm i jest@30.5.2 @nestjs/core', []],
])('recognises %s', (_, pattern, text, expected) => {
  expect(text.match(pattern) ?? []).toEqual(expected);
});

it('no tracked file holds a path of somebody’s machine', () => {
  expect(occurrences(machinePath).filter((found) => !containerFile.test(found))).toEqual([]);
});

it('no tracked file names a package registry', () => {
  expect(occurrences(registryHost)).toEqual([]);
});

it('mail addresses are at example.org', () => {
  expect(occurrences(mailAddress).filter((found) => !exampleDomain.test(found))).toEqual([]);
});

it('relative links in Markdown lead somewhere', () => {
  const pages = [...files].filter(([path]) => path.endsWith('.md'));
  const broken = pages.flatMap(([path, text]) =>
    linksIn(text)
      .filter((target) => !existsSync(join(repository, dirname(path), target)))
      .map((target) => `${path}: ${target}`),
  );
  expect(broken).toEqual([]);
});

it('reads links, but not anchors, addresses or code', () => {
  const text = '[a](b.md#part) ![c](<d e.png>) [f](https://example.org) [g](#h)\n```\n[i](j.md)\n```\n`[k](l.md)`';
  expect(linksIn(text)).toEqual(['b.md', 'd e.png']);
});

it('each unreleased release note says something', () => {
  const notes = tracked().filter((path) => path.startsWith('release-notes/unreleased/') && !path.endsWith('.gitkeep'));
  expect(notes.filter((path) => files.get(path)?.trim() === '')).toEqual([]);
});

function tracked(): readonly string[] {
  const { status, stdout, stderr } = spawnSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], {
    cwd: repository,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git ls-files failed: ${stderr}`);
  return stdout.split('\0').filter((path) => path !== '');
}

function occurrences(pattern: RegExp): readonly string[] {
  const searched = [...files].filter(([path]) => path !== self && path !== 'package-lock.json');
  return searched.flatMap(([path, text]) => (text.match(pattern) ?? []).map((found) => `${path}: ${found}`));
}

function linksIn(markdown: string): readonly string[] {
  const prose = markdown.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\((?:<([^>]+)>|([^)\s]+))[^)]*\)/g)]
    .map(([, bracketed, plain]) => decodeURI((bracketed ?? plain ?? '').replace(/#.*$/, '')))
    .filter((target) => target !== '' && !/^[a-z]+:/i.test(target));
}
