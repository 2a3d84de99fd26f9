// Exit code 0 when the process in this container answers that it is ready, or on another path of its health pages.
const [path = '/health/ready'] = process.argv.slice(2);
const { PORT: port = '8080' } = process.env;
const answer = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(4_000) }).catch(
  () => undefined,
);
process.exitCode = answer?.ok ? 0 : 1;
