/** As much of a browser as signing in needs: cookies, redirects, forms. For tests. */
export class TestBrowser {
  private readonly cookies = new Map<string, string>();
  /** Where the last answer came from. */
  url = '';
  status = 0;
  headers = new Headers();
  body = '';

  /** @param stops addresses that nobody serves: being led there is the end of the way */
  constructor(
    private readonly origin: string,
    private readonly stops: readonly string[] = [],
  ) {}

  /** Goes to an address, and on while it is led further within the site. */
  async go(address: string): Promise<this> {
    await this.send(address, { method: 'GET' });
    return this.follow();
  }

  /** Goes there, and no further. */
  async look(address: string, init: RequestInit = {}): Promise<this> {
    return this.send(address, { method: 'GET', ...init });
  }

  /** Sends the form of the page whose action ends so, with what it holds already. */
  async submit(actionEnd: string, fields: Readonly<Record<string, string>>): Promise<this> {
    const form = [...this.body.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].find(([, action = '']) =>
      unescape(action).endsWith(actionEnd),
    );
    if (!form) throw new Error(`no form '${actionEnd}' on ${this.url} (${this.status}): ${this.body.slice(0, 400)}`);
    const [, action = '', content = ''] = form;
    const hidden = [...content.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([input]) => input);
    const kept = Object.fromEntries(hidden.map((input) => [attribute(input, 'name'), attribute(input, 'value')]));
    await this.send(unescape(action), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...kept, ...fields }).toString(),
    });
    return this.follow();
  }

  async json(method: string, address: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
    await this.send(address, { method, headers });
    return JSON.parse(this.body);
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** A browser with the same cookies, as a thief of them would have. */
  copy(): TestBrowser {
    const copy = new TestBrowser(this.origin, this.stops);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }

  private async follow(): Promise<this> {
    for (let steps = 0; this.status >= 300 && this.status < 400; steps++) {
      if (steps > 15) throw new Error(`goes round in circles at ${this.url}`);
      const next = new URL(this.headers.get('location') ?? '', this.url).href;
      if (this.stops.some((stop) => next === stop || [`${stop}?`, `${stop}#`].some((way) => next.startsWith(way)))) {
        [this.url, this.status, this.body] = [next, 200, ''];
        return this;
      }
      await this.send(next, { method: 'GET' });
    }
    return this;
  }

  private async send(address: string, init: RequestInit): Promise<this> {
    const url = new URL(address, this.url || this.origin);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) this.keep(set);
    [this.url, this.status, this.headers, this.body] = [url.href, answer.status, answer.headers, await answer.text()];
    return this;
  }

  private keep(set: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    const gone = value === '' || /max-age=0(?:;|$)/i.test(set) || /expires=Thu, 01 Jan 1970/i.test(set);
    if (gone) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

function attribute(element: string, name: string): string {
  return unescape(new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? '');
}

function unescape(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replace(/&amp;/g, '&');
}
