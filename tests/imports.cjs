/** Which way imports may point. One rule, one sentence. */
const ours = '^(app|machines|prisma|tests)/'
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: ours, pathNot: allowed },
})
const never = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to })

module.exports = {
  forbidden: [
    never('no cycles', '', { circular: true }),
    only('machines know nothing of the app', '^machines/', '^machines/'),
    never('machines need only xstate and zod', '^machines/', {
      path: 'node_modules',
      pathNot: 'node_modules/(xstate|zod)/',
    }),
    only('the domain imports machines, db, services and itself', '^app/domain/', '^(machines|app/db|app/domain|app/services)/'),
    never('the domain knows no framework', '^app/domain/', {
      path: 'node_modules/(@remix-run|react|react-dom|@conform-to)/',
    }),
    only('services import packages, db and each other', '^app/services/', '^app/(db|services)/'),
    only('db imports nothing of ours', '^app/db/', '^app/db/'),
    never('routes reach the database through the domain', '^app/(routes|ui|http)/', {
      path: '^app/db/|node_modules/(pg|@prisma)/',
    }),
    only('ui is shown things, it fetches nothing', '^app/ui/', '^app/ui/'),
    never('ui is no server', '^app/ui/', { path: '\\.server$|node_modules/(@prisma|pg|xstate)/' }),
    {
      name: 'nothing imports a command',
      severity: 'error',
      from: { pathNot: '^(app/commands|tests)/' },
      to: { path: '^app/commands/' },
    },
    {
      name: 'the product imports no test',
      severity: 'error',
      from: { path: '^(app|machines|prisma)/', pathNot: '^app/commands/' },
      to: { path: '^tests/' },
    },
    never('only the step spells XState', '^app/', { path: 'node_modules/xstate/' }),
    {
      name: 'what is imported is there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.(css|svg)\\?url$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: 'app/db/generated',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
}
