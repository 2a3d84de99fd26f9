/** What tests are told about servers from outside; the only other place than the platform's config that reads it. */
export const serverEnvironment = {
  /** Address of a server that runs already, by the variable its kind names, such as `KAFKA_URL`. */
  url: (variable: string): string | undefined => process.env[variable] || undefined,
  /** Set in CI: a server that is missing is a failure, not a skip. */
  required: (): boolean => process.env['REQUIRE_SERVERS'] === '1',
};
