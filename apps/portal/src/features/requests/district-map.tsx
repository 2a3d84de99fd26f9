import { useWords } from '../../i18n/index.js';
import { byPlace, half, mapScale, type Dot, type GeoPoint, type MapScale } from './map-scale.js';
import type { RequestMap } from './request-map.js';
import './district-map.css';

type Placed = RequestMap['volunteers'][number] & { readonly number: number; readonly at: GeoPoint };

/** The request in the middle, who could help around it by their numbers in the list below, and towns to find one's way. */
export function DistrictMap({ map, at }: { readonly map: RequestMap; readonly at: GeoPoint }) {
  const { t } = useWords();
  const placed = map.volunteers.flatMap((each, index) =>
    each.at ? [{ ...each, at: each.at, number: index + 1 }] : [],
  );
  const scale = mapScale(at, Math.max(0, ...placed.map(({ km }) => km ?? 0)));
  const towns = map.towns.map((town) => ({ ...town, dot: scale.dotOf(town) })).filter(({ dot }) => isInside(dot));
  return (
    <svg
      className="district-map"
      viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`}
      role="img"
      aria-label={t('map.says', { count: placed.length })}
    >
      <Rings rings={scale.rings} />
      {towns.map(({ name, dot }) => (
        <g key={name} className="district-map__town">
          <circle cx={dot.x} cy={dot.y} r={3} />
          <text x={dot.x} y={dot.y - 12}>
            {name}
          </text>
        </g>
      ))}
      <Volunteers placed={placed} scale={scale} />
      <rect className="district-map__request" x={-8} y={-8} width={16} height={16} transform="rotate(45)" />
    </svg>
  );
}

function isInside({ x, y }: Dot): boolean {
  return Math.abs(x) < half && Math.abs(y) < half;
}

function Rings({ rings }: Pick<MapScale, 'rings'>) {
  const { t } = useWords();
  return rings.map(({ km, radius }) => (
    <g key={km} className="district-map__ring">
      <circle r={radius} />
      <text y={radius - 4}>{t('volunteer.km', { km })}</text>
    </g>
  ));
}

function Volunteers({ placed, scale }: { readonly placed: readonly Placed[]; readonly scale: MapScale }) {
  const { number } = useWords();
  return byPlace(placed, ({ at }) => scale.dotOf(at)).map(({ dot: { x, y }, things }) => (
    <g key={`${x} ${y}`} className="district-map__volunteer">
      <line x1={0} y1={0} x2={x} y2={y} />
      <circle cx={x} cy={y} r={10} />
      <text x={x + 14} y={y + 5}>
        {things.map(({ number: place }) => number(place)).join(', ')}
      </text>
    </g>
  ));
}
