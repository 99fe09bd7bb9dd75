import a11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'

const longest = (max) => ({ 'max-lines': ['error', { max, skipBlankLines: false, skipComments: false }] })

/** A style attribute is inline style, which the content security policy refuses. */
const noInlineStyle = {
  selector: 'JSXAttribute[name.name="style"]',
  message: 'No inline styles: the content security policy refuses them. Give it a class.',
}

export default defineConfig(
  globalIgnores(['build/', 'node_modules/', 'app/db/generated/', '.data/', '.cache/']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: process.cwd() } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Remix throws responses, and signal handlers may be asynchronous.
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNever: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.tsx'],
    extends: [a11y.flatConfigs.strict, hooks.configs.flat['recommended-latest']],
    rules: { 'no-restricted-syntax': ['error', noInlineStyle] },
  },
  // XState is told its types by `{} as …`.
  { files: ['machines/**'], rules: { '@typescript-eslint/no-unnecessary-type-assertion': 'off' } },
  {
    // A test may look into what it was given, and reject with what it likes.
    files: ['tests/**', 'machines/diagram.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
  { files: ['{app,machines}/**'], rules: longest(200) },
  { files: ['app/routes/**'], rules: longest(120) },
  { files: ['app/**'], ignores: ['app/commands/**', 'app/http/server.ts'], rules: { 'no-console': 'error' } },
)
