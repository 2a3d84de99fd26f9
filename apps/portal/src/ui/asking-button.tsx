import { useState, type ReactNode } from 'react';
import { useAction } from '../api/use-action.js';
import { useSayDone } from './announcer.js';
import { Button } from './button.js';
import { ConfirmDialog } from './confirm-dialog.js';
import type { IconName } from './icon.js';

/** A button whose step cannot simply be undone: it asks first. An error stays in the dialog, with what was chosen. */
export function AskingButton(props: {
  readonly label: string;
  /** Whom or what the button is about, for those who hear it alone. */
  readonly about?: string;
  readonly icon?: IconName;
  readonly title: string;
  readonly text: string;
  readonly run: () => Promise<unknown>;
  /** False while something must be chosen or typed first; it may then say so at the field. */
  readonly check?: () => boolean;
  readonly onClose?: () => void;
  readonly children?: ReactNode;
}) {
  const { label, about, icon, title, text, run, check = () => true } = props;
  const [asked, setAsked] = useState(false);
  const close = () => {
    setAsked(false);
    action.reset();
    props.onClose?.();
  };
  const sayDone = useSayDone();
  const named = about === undefined ? label : `${label}: ${about}`;
  const done = () => {
    close();
    sayDone(named);
  };
  const action = useAction(run, { onDone: done });
  return (
    <>
      <Button
        {...(icon ? { icon } : {})}
        {...(about === undefined ? {} : { 'aria-label': named })}
        onClick={() => setAsked(true)}
      >
        {label}
      </Button>
      {asked && (
        <ConfirmDialog
          title={title}
          text={text}
          action={label}
          busy={action.isPending}
          error={action.error}
          onDo={() => check() && action.mutate(undefined)}
          onClose={close}
        >
          {props.children}
        </ConfirmDialog>
      )}
    </>
  );
}
