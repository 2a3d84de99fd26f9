import type { ErasureRow } from '../../api/privacy.js';
import { useWords } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import type { Tone } from '../../ui/notice.js';

const tones: Readonly<Record<ErasureRow['status'], Tone>> = {
  held: 'warning',
  requested: 'warning',
  proposed: 'warning',
  withdrawn: 'info',
  objected: 'info',
  ordered: 'info',
  completed: 'success',
};

/** How far the erasure of somebody is. */
export function ErasureBadge({ status }: { readonly status: ErasureRow['status'] }) {
  const { t } = useWords();
  return <Badge tone={tones[status]}>{t(`erasures.status.${status}`)}</Badge>;
}
