import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Failure } from './states.js';

/** Asks before a step that cannot simply be undone, and says plainly what will happen. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onDo: () => void;
  readonly onClose: () => void;
  /** Shown with the error: what somebody else has done meanwhile. */
  readonly meanwhile?: ReactNode;
  /** What must be chosen or typed before. */
  readonly children?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="tertiary" onClick={props.onClose}>
            {t('action.cancel')}
          </Button>
          <Button variant="primary" busy={props.busy} onClick={props.onDo}>
            {props.action}
          </Button>
        </>
      }
    >
      {props.error && <Failure error={props.error}>{props.meanwhile}</Failure>}
      <p className="kern-body">{props.text}</p>
      {props.children}
    </Dialog>
  );
}
