import { distanceKm, townsWithin, whereIs } from './postal-codes.js';

describe('where a postal code lies', () => {
  it('knows postal codes', () => expect(whereIs({ postalCode: '57072' })).toEqual({ lat: 50.876, lon: 8.019 }));
  it('takes the middle of the town where the code is unknown', () => {
    const siegen = whereIs({ postalCode: '00000', town: ' siegen ' });
    expect(siegen?.lat).toBeCloseTo(50.88, 1);
    expect(siegen?.lon).toBeCloseTo(8.02, 1);
  });
  it('knows nothing of other places', () => {
    expect(whereIs({ postalCode: '00000', town: 'Nirgendwo' })).toBeUndefined();
    expect(whereIs({})).toBeUndefined();
  });
  it('measures as the crow flies', () => {
    const [bonn, cologne] = [
      { lat: 50.7374, lon: 7.0982 },
      { lat: 50.9375, lon: 6.9603 },
    ];
    expect(distanceKm(bonn, cologne)).toBeCloseTo(24.3, 0);
    expect(distanceKm(bonn, bonn)).toBe(0);
  });
  it('names the towns around, each once', () => {
    const netphen = { lat: 50.914, lon: 8.1 };
    const names = (km: number) => townsWithin(km, netphen).map(({ name }) => name);
    expect(names(1)).toEqual(['Netphen']);
    expect(names(10)).toEqual(['Siegen', 'Kreuztal', 'Netphen', 'Hilchenbach']);
  });
});
