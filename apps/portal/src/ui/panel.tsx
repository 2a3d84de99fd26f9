import { useId, type ReactNode } from 'react';

/** A part of a page under its own heading. */
export function Panel(props: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly plain?: boolean;
}) {
  const id = useId();
  return (
    <section className={props.plain ? 'panel panel--plain' : 'panel'} aria-labelledby={id}>
      <div className="panel__header">
        <h2 className="kern-title panel__title" id={id}>
          {props.title}
        </h2>
        {props.actions !== undefined && <div className="actions">{props.actions}</div>}
      </div>
      {props.children}
    </section>
  );
}

/** Names and what they are. Rows without a value are left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [term: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
