import { sourceOfDataView, type DataView } from './data_view';

const web: DataView = {
  name: 'Web servers',
  title: 'logs-nginx-*,logs-apache-*',
  time_field: 'event.created',
  runtime_fields: ['status_class'],
};

describe('a source of a data view', () => {
  it('takes its pattern, its time field and its name', () => {
    expect(sourceOfDataView(web, new Set())).toEqual({
      id: 'logs_nginx_logs_apache',
      name: 'Web servers',
      index: 'logs-nginx-*,logs-apache-*',
      time_field: 'event.created',
      tag: 'logs_nginx_logs_apache_outlier',
    });
  });

  it('gets an id that no other source has', () => {
    const taken = new Set(['logs_nginx_logs_apache', 'logs_nginx_logs_apache_2']);
    expect(sourceOfDataView(web, taken)).toMatchObject({ id: 'logs_nginx_logs_apache_3' });
  });

  it('is not made where the time is a runtime field, which is named', () => {
    expect(sourceOfDataView({ ...web, time_field: 'status_class' }, new Set())).toEqual({
      refused:
        '"status_class" is a runtime field of the data view "Web servers", and only Kibana can search it: name a field that the indices map',
    });
  });

  it('is not made if there is no time', () => {
    expect(sourceOfDataView({ ...web, time_field: undefined }, new Set())).toEqual({
      refused: 'the data view "Web servers" has no time field',
    });
  });
});
