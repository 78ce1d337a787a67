const OWN = 'starts an embedded Elasticsearch of its own, and is about it';

/** Integration suites that do not run on OpenSearch, each with the reason. */
const leftOut = {
  cli_commands: OWN,
  demo_command: OWN,
  disk_full: OWN,
  earlier_data_folder: OWN,
  es_lifecycle: OWN,
  foreign_templates: OWN,
  left_out_indices: 'is about data streams and aliases of an Elasticsearch without security',
  memory_answers: 'compares the Elasticsearch in memory with Elasticsearch',
  update_guard:
    'is about mappings that OpenSearch does not have: synthetic sources, runtime fields',
};

module.exports = { leftOut };
