import { useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Failure } from './states.js';
import { useFocusOnWrongField } from './wrong-field.js';

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
  const fields = useRef<HTMLDivElement>(null);
  const focusOnWrongField = useFocusOnWrongField(fields);
  const act = () => {
    props.onDo();
    focusOnWrongField();
  };
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="tertiary" onClick={props.onClose}>
            {t('action.cancel')}
          </Button>
          <Button variant="primary" busy={props.busy} onClick={act}>
            {props.action}
          </Button>
        </>
      }
    >
      {props.error && <Failure error={props.error}>{props.meanwhile}</Failure>}
      <p className="kern-body">{props.text}</p>
      {props.children !== undefined && (
        <div className="stack" ref={fields}>
          {props.children}
        </div>
      )}
    </Dialog>
  );
}
