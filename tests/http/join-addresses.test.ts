/** The addresses that a class is told to join at. */
import { describe, expect, it } from 'vitest';
import { joinAddresses, lanAddresses } from '../../server/host/addresses.ts';

const OWN = ['localhost', 'a.localhost', '127.0.0.1', '127.8.8.8', '[::1]', '0.0.0.0', '[::]'].map(
  (name) => `http://${name}:2567`,
);
const wifi = {
  wlan0: [{ address: '192.168.43.5', family: 'IPv4' as const, internal: false, netmask: '', mac: '', cidr: null }],
};

describe('the addresses to join at', () => {
  it.each(OWN)('never hold %s, which means another machine on every phone', (own) => {
    expect(joinAddresses([own, 'http://10.0.0.5:2567'], own)).toEqual(['http://10.0.0.5:2567']);
    expect(joinAddresses([own], own)).toEqual([]);
  });

  it('are the one in the browser of the trainer where the server knows only its own machine, as behind a proxy', () => {
    const behind = lanAddresses('127.0.0.1', 2567);
    expect(joinAddresses(behind, 'https://baraza.example')).toEqual(['https://baraza.example']);
    expect(joinAddresses(behind, 'https://')).toEqual([]);
  });

  it('are those of the network as soon as there is one', () => {
    expect(joinAddresses(lanAddresses('0.0.0.0', 2567, {}), 'http://localhost:2567')).toEqual([]);
    expect(joinAddresses(lanAddresses('0.0.0.0', 2567, wifi), 'http://localhost:2567')).toEqual([
      'http://192.168.43.5:2567',
    ]);
  });
});
