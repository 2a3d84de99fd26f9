import type { onSendHookHandler } from 'fastify';

/** Ends each connection with its next answer once the process is to end: a kept one would bring further requests. */
export function leaveWhenStopping(process: { readonly stopping: boolean }): onSendHookHandler {
  return (_request, reply, _payload, done) => {
    if (process.stopping) void reply.header('connection', 'close');
    done();
  };
}
