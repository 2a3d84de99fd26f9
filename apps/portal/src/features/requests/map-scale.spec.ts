import { byPlace, mapScale } from './map-scale.js';

const siegen = { lat: 50.876, lon: 8.019 };

describe('the scale of the map', () => {
  const { dotOf, rings } = mapScale(siegen, 10);
  it('has the request in its middle', () => expect(dotOf(siegen)).toEqual({ x: 0, y: 0 }));
  it('has north above and east on the right, each kilometre as long', () => {
    const tenKmNorth = { lat: siegen.lat + 10 / 111.2, lon: siegen.lon };
    const tenKmEast = { lat: siegen.lat, lon: siegen.lon + 10 / (111.2 * Math.cos((siegen.lat * Math.PI) / 180)) };
    expect(dotOf(tenKmNorth)).toEqual({ x: 0, y: -160 });
    expect(dotOf(tenKmEast)).toEqual({ x: 160, y: 0 });
  });
  it('draws rings of round distances', () =>
    expect(rings).toEqual([
      { km: 5, radius: 80 },
      { km: 10, radius: 160 },
    ]));
  it('does not enlarge without end what lies at one place', () =>
    expect(mapScale(siegen, 0).rings).toEqual([
      { km: 1, radius: 80 },
      { km: 2, radius: 160 },
    ]));
  it('gathers what lies at one place', () => {
    const dots = { a: { x: 1, y: 2 }, b: { x: 0, y: 0 }, c: { x: 1, y: 2 } };
    const places = byPlace(['a', 'b', 'c'] as const, (name) => dots[name]);
    expect(places).toEqual([
      { dot: dots.a, things: ['a', 'c'] },
      { dot: dots.b, things: ['b'] },
    ]);
  });
});
