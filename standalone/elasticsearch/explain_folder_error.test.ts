import { EmbeddedElasticsearchError } from './embedded_error';
import { explainFolderError } from './explain_folder_error';

describe('explainFolderError', () => {
  it('puts errors of the file system in words', () => {
    const error = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(explainFolderError(error, '/data')).toEqual(
      new EmbeddedElasticsearchError(
        'The data folder /data cannot be used: you are not allowed to write there. Name another one with --data.',
      ),
    );
  });

  it('leaves other errors as they are', () => {
    const error = new Error('something else');
    expect(explainFolderError(error, '/data')).toBe(error);
  });
});
