import { createServer } from 'node:net';

/** Linux gives outgoing connections ports from 32,768 on. */
const [lowest, highest] = [15_000, 32_000];

/**
 * A free port that no outgoing connection is given: a server that was killed must find it free when it comes back, while
 * clients try to reach it all the time. One of them could even be given the very port it looks for, and meet itself there.
 */
export async function quietPort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
