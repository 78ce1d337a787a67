import { readPublicAddress } from './public_address';

describe('readPublicAddress', () => {
  it.each([
    ['https://kibana.example', 'https://kibana.example'],
    ['http://127.0.0.1:5602/', 'http://127.0.0.1:5602'],
    ['https://kibana.example/app/logwave//', 'https://kibana.example/app/logwave'],
    ['HTTPS://Kibana.Example/App', 'https://kibana.example/App'],
    ['https://[::1]:5601/kibana', 'https://[::1]:5601/kibana'],
    [' https://kibana.example/a\nb', 'https://kibana.example/ab'],
    ['https://kibana.example/"><b>', 'https://kibana.example/%22%3E%3Cb%3E'],
    ['https://kibana.example/@ana:b', 'https://kibana.example/@ana:b'],
  ])('reads %j', (given, address) => {
    const read = readPublicAddress(given);
    expect('address' in read ? read.address : undefined).toBe(address);
  });

  it.each([
    ['https://ana:hunter2@host', 'must not hold a user or a password'],
    ['https://:hunter2@host/x', 'must not hold a user or a password'],
    ['https://hunter2@host/', 'must not hold a user or a password'],
    ['https://host/x?x=hunter2#f', 'must not have a part that begins with'],
    ['https://host/#hunter2', 'must not have a part that begins with'],
    ['https://host/?', 'must not have a part that begins with'],
    ['ftp://hunter2/', 'must begin with http:// or https://'],
    ['ana:hunter2@host', 'must begin with http:// or https://'],
    ['javascript:hunter2', 'must begin with http:// or https://'],
    ['kibana.example/hunter2', 'must be an address such as https://kibana.example'],
    ['https://hunter2:port', 'must be an address such as https://kibana.example'],
    ['', 'must be an address such as https://kibana.example'],
  ])('refuses %j, and does not repeat it', (given, words) => {
    const read = readPublicAddress(given);
    const fault = 'fault' in read ? read.fault : '';
    expect(fault).toContain(words);
    expect(fault).not.toContain('hunter2');
  });
});
