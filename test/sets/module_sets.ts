import { installPackages } from './install_packages';

/** Packages that a version of Kibana shares with plugins, as they are in npm. */
export interface ModuleSet {
  /** The version of Kibana that it stands for. */
  readonly minor: string;
  readonly eui: string;
  readonly charts: string;
  readonly react: string;
  /** A package of its own since EUI 98. */
  readonly borealis?: string;
}

/** The first is that of the Kibana in which the page was run: the others must look like it. */
export const MODULE_SETS: readonly ModuleSet[] = [
  { minor: '8.12', eui: '90.0.1', charts: '60.0.1', react: '17.0.2' },
  { minor: '8.19', eui: '104.0.2', charts: '70.1.6', react: '17.0.2', borealis: '3.0.0' },
  { minor: '9.2', eui: '106.6.0', charts: '71.1.2', react: '18.2.0', borealis: '3.4.0' },
  { minor: '9.5', eui: '116.5.0', charts: '71.7.0', react: '18.2.0', borealis: '8.0.0' },
  { minor: 'later than 9.5', eui: '122.1.0', charts: '73.2.1', react: '18.2.0', borealis: '8.1.0' },
];

/** The same in all sets. */
const OTHERS = {
  '@elastic/datemath': '5.0.3',
  '@emotion/cache': '11.14.0',
  '@emotion/css': '11.13.5',
  '@emotion/react': '11.14.0',
  moment: '2.30.1',
  'prop-types': '15.8.1',
  'react-router-dom': '5.3.4',
};

/**
 * Installs the packages of a set in `.logwave/sets`. What is complete there is used again.
 *
 * @returns the folder of the set
 * @throws Error where npm cannot install them
 */
export function provideModuleSet({ eui, charts, react, borealis }: ModuleSet): Promise<string> {
  return installPackages(`eui-${eui}-charts-${charts}-react-${react}`, {
    ...OTHERS,
    '@elastic/charts': charts,
    '@elastic/eui': eui,
    react,
    'react-dom': react,
    ...(borealis !== undefined && { '@elastic/eui-theme-borealis': borealis }),
  });
}
