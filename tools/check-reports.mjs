// The test counts that tools/jest.mjs leaves in reports/jest/, one file a project; nx restores them when it takes a run from its cache.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const reportsOf = (root) => join(root, 'reports/jest');

/** Removes all reports, so that none of a renamed or crashed project is counted. */
export function clearReports(root) {
  rmSync(reportsOf(root), { recursive: true, force: true });
  mkdirSync(reportsOf(root), { recursive: true });
}

/** The sum over all reports; `unreported` names the projects with tests that left none (empty unless `everyProject`). */
export function sumReports(root, { everyProject }) {
  const reports = filesUnder(reportsOf(root)).map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const total = (count) => reports.reduce((sum, report) => sum + count(report), 0);
  const unreported = everyProject ? testedProjects(root).filter((name) => !existsSync(reportFile(root, name))) : [];
  return {
    passed: total((report) => report.numPassedTests),
    // A suite that does not load and a run that died have no failed tests, but are failures.
    failed: total((report) => report.numFailedTests + report.numRuntimeErrorTestSuites) + unreported.length,
    skipped: total((report) => report.numPendingTests + report.numTodoTests),
    unreported,
  };
}

/** What failed, a line each, so that the end of a long log says it: `<project>: <file>: <test>: <message>`. */
export function failuresIn(root) {
  return filesUnder(reportsOf(root)).flatMap((file) => {
    const project = relative(reportsOf(root), file).replace(/\.json$/, '');
    const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
    return testResults.flatMap((suite) =>
      failuresOf(suite).map((what) => `${project}: ${basename(suite.name)}: ${what}`),
    );
  });
}

function failuresOf({ status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length > 0) return failed.map((test) => `${test.fullName}: ${firstWords(test.failureMessages[0])}`);
  return status === 'failed' ? [`did not run: ${firstWords(message)}`] : [];
}

function firstWords(message = '') {
  return stripVTControlCharacters(message).replace(/\s+/g, ' ').trim().slice(0, 240);
}

function testedProjects(root) {
  const scope = join(root, 'node_modules/@lotsennetz');
  return readdirSync(scope)
    .map((folder) => JSON.parse(readFileSync(join(scope, folder, 'package.json'), 'utf8')))
    .filter((manifest) => manifest.scripts?.test)
    .map((manifest) => manifest.name);
}

function reportFile(root, project) {
  return join(reportsOf(root), `${project}.json`);
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
