import { readFile } from 'node:fs/promises';
import { KeycloakAdmin } from './keycloak-admin.js';

const realmFile = new URL('../../../../deploy/keycloak/lotsennetz-realm.json', import.meta.url);
const organizationDomain = 'example.org';

/** Somebody with an account at Keycloak. */
export interface KeycloakPerson {
  readonly username: string;
  readonly password: string;
  readonly givenName: string;
  readonly familyName: string;
}

interface Realm {
  readonly clients: readonly { readonly clientId: string }[];
}

/** A realm of a test's own on a Keycloak that others use too: the one of `deploy/keycloak` under another name. */
export class KeycloakRealm implements AsyncDisposable {
  private constructor(
    private readonly admin: KeycloakAdmin,
    private readonly name: string,
  ) {}

  /**
   * Makes the realm as its file says, with the two things that whoever runs it must say: the secret of the client
   * `lotsennetz`, and where the platform is.
   * @param server address with name and password of an administrator
   * @param name taken by no other realm there
   */
  static async create(
    server: string,
    {
      name,
      clientSecret,
      publicUrl,
    }: { readonly name: string; readonly clientSecret: string; readonly publicUrl: string },
  ): Promise<KeycloakRealm> {
    const file = JSON.parse(await readFile(realmFile, 'utf8')) as Realm;
    const admin = new KeycloakAdmin(server);
    const clients = file.clients.map((client) => ({ ...client, secret: clientSecret }));
    await admin.post('', { ...file, realm: name, clients });
    const realm = new KeycloakRealm(admin, name);
    await realm.movePlatform(publicUrl);
    return realm;
  }

  /** As its discovery document says it. */
  get issuer(): string {
    return `${this.admin.origin}/realms/${this.name}`;
  }

  /** Says where the platform is now. */
  async movePlatform(publicUrl: string): Promise<void> {
    const [client] = (await this.admin.get(`/${this.name}/clients?clientId=lotsennetz`)) as readonly Client[];
    if (!client) throw new Error('the realm has no client lotsennetz');
    await this.admin.put(`/${this.name}/clients/${client.id}`, {
      ...client,
      redirectUris: [`${publicUrl}/login/callback`],
      attributes: { ...client.attributes, 'post.logout.redirect.uris': `${publicUrl}/` },
    });
  }

  /** Answers the person's `sub`. */
  async addPerson({ username, password, givenName, familyName }: KeycloakPerson): Promise<string> {
    return this.admin.post(`/${this.name}/users`, {
      username,
      enabled: true,
      email: `${username}@${organizationDomain}`,
      emailVerified: true,
      firstName: givenName,
      lastName: familyName,
      credentials: [{ type: 'password', value: password, temporary: false }],
    });
  }

  /** @param alias the tenant's id */
  async addOrganization(alias: string, members: readonly string[]): Promise<void> {
    const domains = [{ name: `${alias}.${organizationDomain}`, verified: true }];
    const id = await this.admin.post(`/${this.name}/organizations`, { name: alias, alias, enabled: true, domains });
    for (const sub of members) await this.admin.post(`/${this.name}/organizations/${id}/members`, sub);
  }

  /** Changes settings of the realm, such as `{ quickLoginCheckMilliSeconds: 0 }`. */
  async change(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await this.admin.put(`/${this.name}`, settings);
  }

  /** How long a person's account is locked after wrong passwords; 0 when it is not. */
  async lockedSeconds(sub: string): Promise<number> {
    const lock = (await this.admin.get(`/${this.name}/attack-detection/brute-force/users/${sub}`)) as Lock;
    return lock.disabled ? lock.failedLoginNotBefore - lock.lastFailure / 1_000 : 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.admin.delete(`/${this.name}`);
  }
}

interface Client {
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** When it was locked is in milliseconds, until when in seconds. */
interface Lock {
  readonly disabled: boolean;
  readonly failedLoginNotBefore: number;
  readonly lastFailure: number;
}
