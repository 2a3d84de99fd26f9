import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { noticePage } from '../pages/password.pages.js';
import { languages } from '../texts.js';
import { wantsSecondFactor } from '../provider/second-factor-wish.js';
import { languageOf, sendPage } from './answers.js';
import { formOf } from './forms.js';
import type { Form, Outcome, Step, Steps } from './steps.js';

type Uid = { Params: { uid: string } };

/** Attempts of one network address in a minute, before any password is looked at. */
const perMinute = { rateLimit: { max: 30, timeWindow: 60_000 } };

interface Parts {
  readonly steps: Steps;
  readonly provider: () => Promise<Provider>;
}

/** The pages of a sign-in under way: `/interaction/<uid>/...`. The uid counts in the browser alone that began it. */
export function interactionRoutes(server: FastifyInstance, parts: Parts): void {
  const { steps } = parts;
  const on = (name: string, act: (step: Step, form: Form) => Promise<Outcome> | Outcome) =>
    server.post<Uid>(`/interaction/:uid/${name}`, { config: perMinute }, (request, reply) =>
      answer(parts, request, reply, (step) => act(step, formOf(request))),
    );
  server.get<Uid>('/interaction/:uid', (request, reply) => answer(parts, request, reply, (step) => steps.begin(step)));
  on('password', (step, form) => steps.password(step, form));
  on('code', (step, form) => steps.code(step, form));
  on('enrol', (step, form) => steps.enrol(step, form));
  on('done', (step, form) => steps.done(step, form));
  on('demo', (_, form) => steps.demo(form));
}

async function answer(
  { provider: current }: Parts,
  request: FastifyRequest<Uid>,
  reply: FastifyReply,
  act: (step: Step) => Promise<Outcome> | Outcome,
): Promise<FastifyReply> {
  const provider = await current();
  const step = await stepOf(provider, request, reply);
  const outcome: Outcome = step ? await act(step) : { kind: 'lost' };
  switch (outcome.kind) {
    case 'page':
      return sendPage(request, reply, { page: outcome.page, status: outcome.wrong ? 422 : 200 });
    case 'signed-in': {
      const options = { mergeWithLastSubmission: false };
      const to = await provider.interactionResult(request.raw, reply.raw, outcome.result, options);
      return reply.header('cache-control', 'no-store').redirect(to, 303);
    }
    case 'lost': {
      const language = languageOf(request);
      const { signIn: title, stepOver: text } = languages[language];
      const page = noticePage({ language }, { title, text, way: { to: '/login', label: title } });
      return sendPage(request, reply, { page, status: 400 });
    }
  }
}

async function stepOf(
  provider: Provider,
  request: FastifyRequest<Uid>,
  reply: FastifyReply,
): Promise<Step | undefined> {
  try {
    const { uid, params, session, prompt } = await provider.interactionDetails(request.raw, reply.raw);
    if (uid !== request.params.uid) return undefined;
    return {
      uid,
      language: languageOf(request),
      address: request.ip,
      wantsSecondFactor: wantsSecondFactor(params),
      prompt: prompt.name,
      knownSub: session?.accountId,
    };
  } catch (error) {
    if (error instanceof Error && error.name === 'SessionNotFound') return undefined;
    throw error;
  }
}
