import { KernBadge } from '@kern-ux-annex/kern-react-kit';
import type { Tone } from './notice.js';

/** One word about the state of something. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return <KernBadge variant={tone} text={children} />;
}
