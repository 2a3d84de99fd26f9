import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { nameQuery } from '../../api/names.js';
import { useWords } from '../../i18n/index.js';
import { nameOf } from '../../ui/person.js';
import { shortCode } from './short-code.js';

/** Somebody's page of data protection: by name where there is one, always with the code that tells people apart. */
export function PersonLink({ tenant, id }: { readonly tenant: string; readonly id: string }) {
  const words = useWords();
  const { data } = useQuery(nameQuery(tenant, id));
  return (
    <Link to="/t/$tenant/buero/datenschutz/$id" params={{ tenant, id }} className="text-link">
      {data && `${nameOf(data, words)} · `}
      <code>{shortCode(id)}</code>
    </Link>
  );
}
