import { useEffect, useRef, type ReactNode } from 'react';

/** One screen: its heading takes the focus when one arrives, so that screen readers say where one is. */
export function Page(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} – Lotsennetz`;
  }, [props.title]);
  useEffect(() => {
    // The first page of a visit keeps the focus where the browser put it.
    if (arrived) heading.current?.focus();
    arrived = true;
  }, []);
  return (
    <div className={props.wide ? 'page page--wide' : 'page'}>
      <header className="page__header">
        <div>
          <h1 className="kern-heading-large page__title" tabIndex={-1} ref={heading}>
            {props.title}
          </h1>
          {props.lead !== undefined && <p className="kern-body page__lead">{props.lead}</p>}
        </div>
        {props.actions !== undefined && <div className="actions">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}

let arrived = false;
