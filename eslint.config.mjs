import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import ownRules from './scripts/lint/own_rules.mjs';

const NODE_MODULES_AND_DOORS = ['node:*', '@elastic/*', '@kbn/*', 'react*', 'fs', 'path', 'crypto'];

export default tseslint.config(
  { ignores: ['build/', 'node_modules/', '.logwave/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-nested-ternary': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['public/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    // The cluster that tests share may have security: one place knows how it is reached.
    files: ['test/**/*.ts'],
    ignores: ['test/fixtures/test_cluster.ts', 'test/*/global_setup.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "Literal[value='LOGWAVE_TEST_ELASTICSEARCH_URL']",
          message: 'use testClient() or testUrl of test/fixtures/test_cluster.ts',
        },
      ],
    },
  },
  {
    files: ['common/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: NODE_MODULES_AND_DOORS,
              message: 'common/ is pure: it runs in Node and in the browser.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'window', 'document'],
    },
  },
  ...ownRules,
  {
    files: ['**/*.{mjs,js}', 'bin/*'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'require', 'module', 'URL', '__dirname', 'setTimeout'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  prettier,
);
