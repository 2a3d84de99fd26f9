import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textAt, type Json } from './document.js';
import { writeSchemas } from './schemas.js';

const source = import.meta.dirname;
const cache = join(source, '../../node_modules/.cache/manifests');

/** The version that manifests are checked against, and the checksum of its module as the Go checksum database has it. */
const kubernetes = { version: 'v1.34.2', sum: 'h1:WQdDvYJazkmkwSncgNwGvVtaCt4TYXIU3wSMRgvp3MI=' };

export interface Verdict {
  readonly ok: boolean;
  readonly stdout: string;
  /** What the validator says when it refuses. */
  readonly reason: string;
}

/** The validators, built once from the versions that go.mod names. */
export class Validators {
  private constructor(
    private readonly bin: string,
    private readonly openApi: string,
  ) {}

  /** @throws Error when Go is not there or a module cannot be had. */
  static build(): Validators {
    const inputs = ['go.mod', 'go.sum', 'main.go'].map((file) => readFileSync(join(source, file), 'utf8'));
    const key = createHash('sha256').update(inputs.join('\0')).digest('hex').slice(0, 16);
    const bin = join(cache, key);
    if (!existsSync(join(bin, 'built'))) {
      rmSync(cache, { recursive: true, force: true });
      mkdirSync(bin, { recursive: true });
      go(['install', '-mod=readonly', '.', 'tool'], { GOBIN: bin });
      writeFileSync(join(bin, 'built'), '');
    }
    return new Validators(bin, openApiOfKubernetes());
  }

  /** Loads a Compose file as docker compose does; `stdout` is the project as JSON. */
  compose(file: string, envFile: string): Verdict {
    return this.run('manifests', 'compose', file, envFile);
  }

  dockerfile(file: string): Verdict {
    return this.run('manifests', 'dockerfile', file);
  }

  alertRules(file: string): Verdict {
    return this.run('manifests', 'rules', file);
  }

  /** @throws Error for what is no YAML. */
  documents(file: string): readonly Json[] {
    const { ok, stdout, reason } = this.run('manifests', 'json', file);
    if (!ok) throw new Error(reason);
    return JSON.parse(stdout) as readonly Json[];
  }

  /** `stdout` are the documents of an overlay as YAML. */
  kustomize(folder: string): Verdict {
    return this.run('kustomize', 'build', folder);
  }

  /** Validates rendered documents against the schemas of Kubernetes. */
  kubeconform(file: string, documents: readonly Json[], workFolder: string): Verdict {
    const schemas = join(workFolder, 'schemas');
    writeSchemas(documents, this.openApi, schemas);
    const location = join(schemas, '{{.ResourceKind}}{{.KindSuffix}}.json');
    return this.run('kubeconform', '-strict', '-summary', '-schema-location', location, file);
  }

  private run(tool: string, ...args: readonly string[]): Verdict {
    const { status, stdout, stderr, error } = spawnSync(join(this.bin, tool), args, {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error) throw error;
    // kubeconform complains on stdout.
    return { ok: status === 0, stdout, reason: (stderr || stdout).trim() };
  }
}

function openApiOfKubernetes(): string {
  const module = JSON.parse(go(['mod', 'download', '-json', `k8s.io/kubernetes@${kubernetes.version}`])) as Json;
  if (textAt(module, 'Sum') !== kubernetes.sum) throw new Error('the module of Kubernetes is not the expected one');
  return join(textAt(module, 'Dir'), 'api/openapi-spec/swagger.json');
}

function go(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return execFileSync('go', args, { cwd: source, env: { ...process.env, ...env }, encoding: 'utf8' });
}
