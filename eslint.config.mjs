import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const noMessages = 'Messages and stacks of errors may quote what somebody wrote: log describeError(error).';
const onlyConfig = 'Only libs/platform/src/config.ts reads the environment.';

/** Lint with type information; what modules may import from each other is checked by dependency-cruiser instead. */
export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/*.mjs', 'examples/**', 'reports/**', '**/schema.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Bodies and queries are plain data once they are checked; their classes only carry the checks.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.object.name=/logger$/i] MemberExpression[property.name=/^(message|stack)$/], ' +
            'CallExpression[callee.object.property.name=/logger$/i] MemberExpression[property.name=/^(message|stack)$/]',
          message: noMessages,
        },
      ],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: onlyConfig }],
      'no-restricted-imports': [
        'error',
        ...['process', 'node:process'].map((name) => ({ name, importNames: ['env', 'default'], message: onlyConfig })),
      ],
    },
  },
  {
    files: [
      'libs/platform/src/config.ts',
      'libs/testing/src/servers/environment.ts',
      'tools/**',
      '**/vite.config.ts',
      '**/bench/**',
      '**/benches/**',
      '**/*.bench.ts',
      '**/*.spec.ts',
    ],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
  {
    files: ['**/*.spec.ts'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
