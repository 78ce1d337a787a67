import { HostError } from '../host_error';
import { assertLoopback } from './loopback';

describe('assertLoopback', () => {
  it.each(['127.0.0.1', '127.4.5.6', 'localhost', '::1'])('serves on %s', (address) =>
    expect(() => assertLoopback(address)).not.toThrow(),
  );

  it.each(['0.0.0.0', '::', '192.168.1.7', 'example.org', '', '127.0.0.1.example.org'])(
    'refuses "%s" with a sentence that says what to do',
    (address) => {
      expect(() => assertLoopback(address)).toThrow(HostError);
      expect(() => assertLoopback(address)).toThrow(/install Logwave in Kibana/);
    },
  );
});
