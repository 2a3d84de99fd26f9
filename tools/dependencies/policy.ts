import { isAllowed } from './licences.js';

/** What of a `package.json` the policy looks at. */
export interface Manifest {
  readonly path: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What of an entry of `package-lock.json`. */
export interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
}

export interface Workspace {
  readonly manifests: readonly Manifest[];
  readonly lock: Readonly<Record<string, LockEntry>>;
  /** Of the root: which packages may run a script when they are installed (true), and which were looked at and may not. */
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

/** So many packages of the lock file came without a checksum of their content. The number only falls. */
const withoutChecksum = 584;

/** Everything that breaks the policy on what is installed; needs no network. */
export function violations(workspace: Workspace): readonly string[] {
  const installed = Object.entries(workspace.lock).flatMap(([path, entry]) => {
    const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    return name === undefined || entry.link ? [] : [{ name, path, entry }];
  });
  const unchecked = installed.filter(({ entry }) => entry.integrity === undefined).length;
  return [
    ...workspace.manifests.flatMap(inexactIn),
    ...installed.flatMap(({ name, path, entry }) => [
      ...(isAllowed(name, entry.license)
        ? []
        : [`${path}: the licence '${entry.license ?? 'none'}' was never allowed`]),
      ...(entry.hasInstallScript && !(name in workspace.allowScripts)
        ? [`${path}: runs a script when it is installed; look at it and name it in allowScripts`]
        : []),
      ...(entry.resolved === undefined ? [] : [`${path}: comes from ${entry.resolved}, not from the registry`]),
    ]),
    ...(unchecked > withoutChecksum
      ? [`${unchecked} packages of the lock file have no checksum, more than the ${withoutChecksum} there were`]
      : []),
  ];
}

function inexactIn({ path, dependencies, devDependencies, optionalDependencies }: Manifest): readonly string[] {
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${path}: ${name} must be an exact version, not '${version}'`);
}
