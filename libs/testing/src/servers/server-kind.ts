/** A kind of real server that tests run against. */
export interface ServerKind {
  /** Of files and messages: lower case. */
  readonly name: string;
  /** Environment variable with the address of a server that runs already. */
  readonly variable: string;
  /** Starts one in Docker. @throws where there is no Docker, or no such image. */
  readonly inDocker: () => Promise<RunningServer>;
  /**
   * Program below `tools/servers` that starts one as a local process. It takes `--until-stdin-ends`, `--port` and
   * `--folder`, prints a line of JSON `{"url", "pid"}` when it is ready, or ends with a last line saying why it cannot.
   * With `--check` it only fetches what it needs, and ends with 0, or another code and the reason.
   */
  readonly program: string;
}

export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A server for a test, or why there is none. */
export type Found<Server> = { readonly server: Server } | { readonly missing: string };

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
