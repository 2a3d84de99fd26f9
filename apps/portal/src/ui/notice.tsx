import type { ReactNode } from 'react';
import { Icon } from './icon.js';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

/** A framed message. `urgent` is read out at once, `polite` when the reader pauses; without either it is part of the page. */
export function Notice(props: {
  readonly tone: Tone;
  readonly title: string;
  readonly announce?: 'urgent' | 'polite';
  readonly children?: ReactNode;
}) {
  const role = { urgent: 'alert', polite: 'status' } as const;
  return (
    <div className={`kern-alert kern-alert--${props.tone}`} role={props.announce && role[props.announce]}>
      <div className="kern-alert__header">
        <Icon name={props.tone} />
        <span className="kern-title">{props.title}</span>
      </div>
      {props.children !== undefined && <div className="kern-alert__body">{props.children}</div>}
    </div>
  );
}
