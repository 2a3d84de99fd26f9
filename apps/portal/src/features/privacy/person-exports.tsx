import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { newKey } from '../../api/idempotency.js';
import type { SubjectKind } from '../../api/privacy.js';
import type { Written } from '../../api/rows.js';
import { useAction } from '../../api/use-action.js';
import { useWords } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { Failure } from '../../ui/states.js';
import { Exports } from './exports.js';

/** What is stored about somebody, gathered for the office to hand out (Art. 15 DSGVO). */
export function PersonExports(props: { readonly tenant: string; readonly id: string; readonly kind: SubjectKind }) {
  const { t } = useWords();
  const { tenant, id: subjectId, kind } = props;
  const [key, setKey] = useState(newKey);
  const asking = useAction(
    () =>
      answerOf<Written>(
        api.POST('/registration/{tenant}/exports', {
          params: { path: { tenant } },
          headers: { 'idempotency-key': key },
          body: { subjectId, kind },
        }),
      ),
    { again: true, onDone: () => setKey(newKey()) },
  );
  return (
    <Exports tenant={tenant} subjectId={subjectId}>
      {asking.error && <Failure error={asking.error} />}
      <Button busy={asking.isPending} onClick={() => asking.mutate(undefined)}>
        {t('exports.ask')}
      </Button>
    </Exports>
  );
}
