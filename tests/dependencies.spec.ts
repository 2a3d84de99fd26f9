import { isAllowed } from '../tools/dependencies/licences.js';
import { violations, type LockEntry, type Workspace } from '../tools/dependencies/policy.js';

// Plants a violation of every rule about what is installed, and expects it to be found.

const sound: LockEntry = { version: '1.0.0', license: 'MIT', integrity: 'sha512-x' };
const workspace = (entry: LockEntry, more: Partial<Workspace> = {}): Workspace => ({
  manifests: [],
  lock: { '': {}, 'libs/kernel': {}, 'node_modules/a/node_modules/@b/c': { ...sound, ...entry } },
  allowScripts: {},
  ...more,
});

describe('the policy on dependencies', () => {
  it('is content with a sound package, and with links to our own', () => {
    expect(violations(workspace({}))).toEqual([]);
    expect(violations(workspace({ license: 'UNLICENSED', link: true }))).toEqual([]);
  });
  it.each(['^1.0.0', '~1.0.0', '1.x', '*', 'latest', 'git+https://example.org/x.git'])(
    'finds the version %s, which is not exact',
    (version) => {
      const manifests = [{ path: 'libs/x/package.json', devDependencies: { some: version } }];
      expect(violations(workspace({}, { manifests }))).toEqual([
        `libs/x/package.json: some must be an exact version, not '${version}'`,
      ]);
    },
  );
  it('finds a licence that nobody has allowed', () => {
    expect(violations(workspace({ license: 'SSPL-1.0' }))).toHaveLength(1);
  });
  it('finds a script that runs at installation, unless somebody has looked at it', () => {
    expect(violations(workspace({ hasInstallScript: true }))).toHaveLength(1);
    expect(violations(workspace({ hasInstallScript: true }, { allowScripts: { '@b/c': false } }))).toEqual([]);
  });
  it.each(['git+ssh://git@example.org/x.git#1', 'https://example.org/x.tgz', 'file:x.tgz'])(
    'finds a package that comes from %s',
    (resolved) => {
      expect(violations(workspace({ resolved }))).toHaveLength(1);
    },
  );
  it('finds more packages without a checksum than there were', () => {
    const lock = Object.fromEntries(
      Array.from({ length: 585 }, (_, at) => [`node_modules/p${at}`, { version: '1.0.0', license: 'MIT' }]),
    );
    expect(violations(workspace({}, { lock }))).toHaveLength(1);
  });
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND GPL-3.0-only', false],
  ['(BSD-2-Clause OR MIT OR Apache-2.0)', true],
  ['Apache-2.0 AND MIT', true],
  ['AGPL-3.0-only', false],
])('the licence %s is allowed: %s', (licence, expected) => {
  expect(isAllowed('some', licence)).toBe(expected);
});
it('a package without a licence is not, unless its licence was read by hand', () => {
  expect(isAllowed('some', undefined)).toBe(false);
  expect(isAllowed('ssh2', undefined)).toBe(true);
});
