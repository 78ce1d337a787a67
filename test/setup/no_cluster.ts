import { VARIABLES } from '../../standalone/cli/cluster/cluster_options';

// A test must not see the developer's own cluster or user.
for (const name of ['ELASTICSEARCH_URL', ...Object.values(VARIABLES)]) delete process.env[name];
