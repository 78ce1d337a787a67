import { VARIABLES } from '../../standalone/cli/cluster/cluster_options';

// A cluster of the developer's own, and who he is there, are none of a test's business.
for (const name of ['ELASTICSEARCH_URL', ...Object.values(VARIABLES)]) delete process.env[name];
