import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { Icon } from './icon.js';

/** A question that must be answered first. Escape closes it; the focus returns to where it was. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer: ReactNode;
}) {
  const { t } = useWords();
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      // A dialog that is taken out of the page, done or called off, gives nothing back by itself.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [opener]);
  return (
    <dialog className="kern-dialog" aria-labelledby={id} ref={element} onClose={props.onClose}>
      <header className="kern-dialog__header">
        <h2 className="kern-title kern-title--large" id={id}>
          {props.title}
        </h2>
        <button type="button" className="kern-btn kern-btn--tertiary" onClick={() => element.current?.close()}>
          <Icon name="close" />
          <span className="kern-label kern-sr-only">{t('action.close')}</span>
        </button>
      </header>
      <section className="kern-dialog__body">{props.children}</section>
      <footer className="kern-dialog__footer">{props.footer}</footer>
    </dialog>
  );
}
