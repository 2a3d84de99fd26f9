import { TownPage } from '../features/oversight/town-page.js';
import { Report } from '../features/report/report.js';

const keepNoAddress = () => undefined;

/** A town's page for a county, with the same report as the town's own people have. */
export function TownWithReport() {
  return <TownPage report={(town) => <Report tenant={town} search={{}} onAsked={keepNoAddress} fromOutside />} />;
}
