/** What goes with a call; of `body` (sent as JSON) and `csv` at most one. */
export interface CallOptions {
  readonly body?: unknown;
  readonly csv?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A body that is sent byte for byte. */
export interface RawRequest {
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `body` is parsed where the answer says that it is JSON, and the text otherwise. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a test expects of an answer is what it checks
  readonly body: any;
}

/** Sends a call and reads the whole answer. */
export async function call(
  url: string,
  method: string,
  { body, csv, token, headers = {} }: CallOptions = {},
): Promise<Answer> {
  const content =
    csv !== undefined
      ? { 'content-type': 'text/csv' }
      : body !== undefined
        ? { 'content-type': 'application/json' }
        : {};
  const authorization = token ? { authorization: `Bearer ${token}` } : {};
  const sent = csv ?? (body === undefined ? undefined : JSON.stringify(body));
  const init = { method, headers: { ...content, ...authorization, ...headers } };
  return request(url, sent === undefined ? init : { ...init, body: sent });
}

/** Sends what it is given and reads the whole answer. */
export async function request(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as unknown) : text };
}
