import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Where every entry of a list becomes an argument, a list of some 100,000 is more than the stack holds. */
const spreadArguments = [
  {
    selector:
      'CallExpression[callee.property.name=/^(push|unshift|splice|concat|fromCharCode|fromCodePoint)$/] > SpreadElement',
    message: 'A long list overflows the stack: use appendAll of common/lists, or a loop.',
  },
  {
    selector:
      "CallExpression[callee.object.name='Math'][callee.property.name=/^(max|min|hypot)$/] > SpreadElement",
    message: 'A long list overflows the stack: use greatest or least of common/lists.',
  },
  {
    selector: "CallExpression[callee.property.name='apply'][arguments.length=2]",
    message: 'A long list overflows the stack: call it with a few arguments, in a loop.',
  },
];

const SNAKE = '> [key.name=/^[a-z0-9]+_/]';
const CAMEL = '> [key.name=/^[a-z0-9]+[A-Z]/]';
/** What is stored or sent is snake_case, and what only code passes on is camelCase. */
const mixedCase = ['TSInterfaceBody', 'TSTypeLiteral'].map((node) => ({
  selector: `${node}:has(${SNAKE}):has(${CAMEL})`,
  message: 'One case for all members: snake_case where it is stored or sent, else camelCase.',
}));

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
  {
    files: ['**/*.{ts,tsx,mjs}'],
    // What tests and benches spread is their own, and short.
    ignores: ['**/*.test.ts', 'test/**'],
    rules: { 'no-restricted-syntax': ['error', ...spreadArguments, ...mixedCase] },
  },
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
