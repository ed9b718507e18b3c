// The walls between the rooms (CONTRIBUTING.md, "The house"). `allowed` lists who may import whom: a new folder is
// refused until its line is written here. The rules before it say more exactly what is forbidden, and what to do instead.

/** Libraries and Node's own modules, as this tool resolves them. */
const library = '^node_modules/';
const node = [
  '^node:',
  '^(assert|buffer|child_process|crypto|events|fs|module|os|path|perf_hooks|process|readline|stream|timers|tty|url|util|zlib)(/|$)',
];
const network = [
  '^(node:)?(http|https|http2|net|dgram|dns|tls)(/|$)',
  '^node_modules/(undici|axios|node-fetch|got|ws)/',
];
const database = '^node_modules/better-sqlite3';
const rooms = '^src/engine/[^/]+/';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'Two files that need each other are one idea, or hide a third: move what both need into a file of its own.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-network',
      severity: 'error',
      comment: 'Evenhand is offline, always. What a person needs from outside comes in as a file they chose.',
      from: { path: '^src/' },
      to: { path: network },
    },
    {
      name: 'contract-is-pure',
      severity: 'error',
      comment: 'The contract holds schemas and words, zod and nothing else. Put what needs more into the engine.',
      from: { path: '^src/contract/' },
      to: { pathNot: ['^src/contract/', '^node_modules/zod/'] },
    },
    {
      name: 'engine-without-electron',
      severity: 'error',
      comment:
        'The command line and the tests run the very same engine. What only a window knows comes in by EngineHost.',
      from: { path: '^src/(engine|cli|verifier|contract)/' },
      to: { path: ['(^|/)node_modules/(electron|react|react-dom|@mantine)/', '^src/(main|preload|renderer)/'] },
    },
    {
      name: 'rooms-by-their-door',
      severity: 'error',
      comment: 'Import from the other room’s index.ts; if it lacks what you need, export it there, with a sentence.',
      from: { path: '^src/engine/([^/]+)/', pathNot: '^src/engine/workers/' },
      // `workers` holds entries of processes, so its doors are files by name.
      to: {
        path: rooms,
        // A picture is made openable in one way for reader, screen and document, and without the case file behind it.
        pathNot: [
          '^src/engine/$1/',
          '^src/engine/[^/]+/index\\.ts$',
          '^src/engine/workers/(face-finder|host|pool|port|sentence-encoder)\\.ts$',
          '^src/engine/intake/readers/shared/picture/openable\\.ts$',
        ],
      },
    },
    {
      name: 'entries-are-started-not-imported',
      severity: 'error',
      comment:
        'Importing the entry of a process runs it here, in the wrong one. Move what both ends share into a file of its own.',
      from: { path: '^src/' },
      to: { path: ['^src/engine/entry-[a-z]+\\.ts$', '/(read|render|picture|encode)-worker\\.ts$'] },
    },
    {
      name: 'workers-know-readers-only',
      severity: 'error',
      comment: 'A worker runs readers, in a process of its own. What it should know beside them comes in its messages.',
      from: { path: '^src/engine/workers/' },
      to: { path: rooms, pathNot: ['^src/engine/workers/', '^src/engine/intake/(readers/|detect\\.ts$|limits\\.ts$)'] },
    },
    {
      name: 'engine-files-by-the-door',
      severity: 'error',
      comment: 'Files beside the rooms use each room’s index.ts, as the rooms do among each other.',
      from: { path: '^src/(engine/[^/]+\\.ts$|cli/)' },
      to: {
        path: rooms,
        pathNot: [
          '^src/engine/[^/]+/index\\.ts$',
          '^src/engine/workers/(host|safe-pictures|sentence-encoder)\\.ts$',
          '^src/engine/handlers/',
        ],
      },
    },
    {
      name: 'only-the-case-file-knows-sqlite',
      severity: 'error',
      comment: 'Write the query in your room’s query file, through the connection that case-file/index.ts hands out.',
      from: { path: '^src/', pathNot: '^src/(engine/case-file|verifier)/' },
      to: { path: database },
    },
    {
      name: 'readers-are-leaves',
      severity: 'error',
      comment: 'A reader yields values and imports reader.ts and shared/ only; intake keeps what it yields.',
      from: { path: '^src/engine/intake/readers/', pathNot: 'registry\\.ts$' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/contract/',
          '^src/engine/intake/readers/(reader\\.ts|shared/)',
          '^src/engine/intake/limits\\.ts',
        ],
      },
    },
    {
      name: 'workers-without-case-file',
      severity: 'error',
      comment:
        'Hostile bytes are opened in workers: they hold no case file and write nothing. Send values to the engine.',
      from: { path: ['^src/engine/workers/', '^src/engine/referral/render/', '^src/engine/intake/readers/'] },
      to: { path: '^src/engine/(case-file|custody)/', reachable: true },
    },
    {
      name: 'main-without-engine',
      severity: 'error',
      comment: 'Main starts the engine by the path of its built entry and hands messages on; it imports nothing of it.',
      from: { path: '^src/main/' },
      to: { path: '^src/(engine|cli|verifier|renderer|preload)/' },
    },
    {
      name: 'preload-knows-no-shapes',
      severity: 'error',
      comment:
        'The preload passes messages. Types are free; at run time it has contract/bridge.ts, which imports nothing.',
      from: { path: '^src/preload/' },
      to: { path: '^src/', pathNot: '^src/contract/bridge\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'renderer-sees-contract-only',
      severity: 'error',
      comment: 'Ask the engine by a call of the contract, and the system by window.evenhand (contract/os.ts).',
      from: { path: '^src/renderer/' },
      to: { path: ['^src/(engine|main|preload|cli|verifier)/', '^node_modules/electron/', '^electron$', ...node] },
    },
    {
      name: 'verifier-stands-alone',
      severity: 'error',
      comment: 'The verifier shares no code with what it checks: read the format’s description and write it again.',
      from: { path: '^src/verifier/' },
      to: { path: '^src/', pathNot: '^src/verifier/' },
    },
    {
      name: 'copies-are-checked-anywhere',
      severity: 'error',
      comment:
        'The check of a copy runs in a browser too: what it needs of its surroundings comes in as Tools and Folder.',
      from: { path: '^src/verifier/(bag/|page/|words\\.ts|reader\\.ts)' },
      to: { path: [database, ...node] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing imports this file. Delete it, or name it as an entry in knip.json and here.',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '^src/contract/bridge\\.ts$'],
      },
      to: {},
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      comment: 'The product imports no test, script or development tool.',
      from: { path: '^src/' },
      to: { path: ['^(tests|scripts)/', '^node_modules/(vitest|@playwright|fast-check)/'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'This import leads nowhere: a wrong path, or a library that package.json does not name.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  allowed: [
    { from: { path: '^src/contract/' }, to: { path: ['^src/contract/', '^node_modules/zod/'] } },
    { from: { path: '^src/engine/' }, to: { path: ['^src/(engine|contract)/', library, ...node] } },
    // What the mapping learned is data and is read as it lies there; nothing else of the engine imports data.
    {
      from: { path: '^src/engine/policy/learned/stored-model\\.ts$' },
      to: { path: '^resources/mapping/model\\.json$' },
    },
    // The host hands the independent check to the engine; nothing else of the engine knows it.
    { from: { path: '^src/engine/node-host\\.ts$' }, to: { path: '^src/verifier/index\\.ts$' } },
    {
      from: { path: '^src/main/' },
      to: { path: ['^src/(main|contract)/', '^node_modules/(electron|birpc|zod)/', ...node] },
    },
    { from: { path: '^src/preload/' }, to: { path: ['^src/contract/', '^node_modules/electron/'] } },
    { from: { path: '^src/renderer/' }, to: { path: ['^src/(renderer|contract)/', library] } },
    // The handbook shows the readme's pictures, which the program makes of itself.
    {
      from: { path: '^src/renderer/screens/handbook/pictures\\.ts$' },
      to: { path: '^docs/images/[a-z-]+\\.png$' },
    },
    { from: { path: '^src/cli/' }, to: { path: ['^src/(cli|engine|contract|verifier)/', library, ...node] } },
    {
      from: { path: '^src/verifier/' },
      to: { path: ['^src/verifier/', database, '^node_modules/(@node-rs|argon2|hash-wasm|@noble)', ...node] },
    },
  ],
  allowedSeverity: 'error',
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true, // type imports are imports too
    parser: 'swc', // TypeScript 7 has no compiler API yet: without this, nothing is looked at and all seems well
    tsConfig: { fileName: `${__dirname}/tsconfig.base.json` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
