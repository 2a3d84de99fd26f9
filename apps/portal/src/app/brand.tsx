import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { logoAddress, tenantsQuery } from '../api/tenants.js';

/** Whose pages these are; leads to their start. */
export function Brand() {
  const { tenant, content } = useBrand();
  if (!tenant)
    return (
      <Link to="/" className="brand">
        {content}
      </Link>
    );
  return (
    <Link to="/t/$tenant" params={{ tenant }} className="brand">
      {content}
    </Link>
  );
}

/** The same on paper, where the header with its menu is left out. */
export function PrintedBrand() {
  return <div className="brand printed-brand">{useBrand().content}</div>;
}

function useBrand() {
  const { tenant } = useParams({ strict: false });
  const found = useQuery(tenantsQuery).data?.items.find(({ id }) => id === tenant);
  const logo = found && logoAddress(found);
  const content = (
    <>
      {/* The name stands beside it. */}
      <img src={logo ?? '/favicon.svg'} alt="" height={40} {...(logo ? {} : { width: 40 })} className="brand__sign" />
      <span className="brand__words">
        <span className="brand__name">Lotsennetz</span>
        {found && <span className="brand__tenant">{found.name}</span>}
      </span>
    </>
  );
  return { tenant, content };
}
