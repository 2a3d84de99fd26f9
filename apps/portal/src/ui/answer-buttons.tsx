import { useWords } from '../i18n/index.js';
import { Button } from './button.js';

/** What a volunteer may say to a proposal. */
export type ProposalAnswer = 'accept' | 'decline';

/** Yes or no; both rest while an answer is on its way. */
export function AnswerButtons({
  answer,
}: {
  readonly answer: { readonly isPending: boolean; readonly mutate: (step: ProposalAnswer) => void };
}) {
  const { t } = useWords();
  return (
    <div className="actions">
      <Button variant="primary" busy={answer.isPending} onClick={() => answer.mutate('accept')}>
        {t('own.accept')}
      </Button>
      <Button busy={answer.isPending} onClick={() => answer.mutate('decline')}>
        {t('own.decline')}
      </Button>
    </div>
  );
}
