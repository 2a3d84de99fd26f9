/** Keycloak's Admin REST API, below `/admin/realms`. */
export class KeycloakAdmin {
  readonly origin: string;
  private readonly credentials: Readonly<Record<string, string>>;

  constructor(server: string) {
    const { origin, username, password } = new URL(server);
    this.origin = origin;
    this.credentials = { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  }

  async get(path: string): Promise<unknown> {
    return (await this.send('GET', path)).json();
  }

  /** Answers the id of what was made. */
  async post(path: string, body: unknown): Promise<string> {
    const { headers } = await this.send('POST', path, body);
    return headers.get('location')?.split('/').at(-1) ?? '';
  }

  async put(path: string, body: unknown): Promise<void> {
    await this.send('PUT', path, body);
  }

  async delete(path: string): Promise<void> {
    await this.send('DELETE', path);
  }

  private async send(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = { authorization: `Bearer ${await this.token()}`, 'content-type': 'application/json' };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${this.origin}/admin/realms${path}`, { method, headers, ...content });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  // Each is good for a minute only: a new one for each request is simpler than to renew it.
  private async token(): Promise<string> {
    const answer = await fetch(`${this.origin}/realms/master/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...this.credentials }),
    });
    if (!answer.ok) throw new Error(`Keycloak does not know its administrator: ${answer.status}`);
    return ((await answer.json()) as { readonly access_token: string }).access_token;
  }
}
