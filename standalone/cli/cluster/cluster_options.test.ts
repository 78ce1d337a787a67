import { clusterWords, shownAddress } from './cluster_options';

describe('clusterWords', () => {
  it('leads another command to the same cluster, without its password', () => {
    const options = { es: 'https://ann:secret@es:9200', ca: 'my ca.crt', user: 'ann' };
    expect(clusterWords(options)).toBe(" --es https://es:9200/ --ca 'my ca.crt' --user ann");
    expect(clusterWords({})).toBe('');
  });

  it('leaves an address as it is that holds no secret', () => {
    expect(shownAddress('http://es:9200')).toBe('http://es:9200');
    expect(shownAddress('no address')).toBe('no address');
  });
});
