import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { Button } from './button.js';
import { today } from './code-words.js';
import { DayField } from './day-field.js';
import { Dialog } from './dialog.js';
import { Failure } from './states.js';

/** Asks before a step that stays in the history: on which day it happened, and whether it is meant. */
export function StepDialog(props: {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onDo: (on: string) => void;
  readonly onClose: () => void;
  /** Shown with the error: what somebody else has done meanwhile. */
  readonly meanwhile?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { t } = useWords();
  const [on, setOn] = useState(today);
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="tertiary" onClick={props.onClose}>
            {t('action.cancel')}
          </Button>
          <Button variant="primary" busy={props.busy} onClick={() => props.onDo(on)}>
            {props.action}
          </Button>
        </>
      }
    >
      {props.error && <Failure error={props.error}>{props.meanwhile}</Failure>}
      <p className="kern-body">{props.text}</p>
      {props.children}
      <DayField label={t('common.day')} hint={t('common.day.hint')} value={on} max={today()} onChange={setOn} />
    </Dialog>
  );
}
