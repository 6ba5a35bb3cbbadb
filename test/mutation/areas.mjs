/** The core, the tests and what these need of the rest: what is changed and run in memory. */
export const READ_FOLDERS = [
  'src/core',
  'src/preview/data-studio',
  'src/visualisations',
  'src/workflows/input-tabs',
  'examples',
  'test',
];

/**
 * Where faults are planted, and the tests that must notice them: the quick ones, each file of the
 * first pattern before those of the next. What survives here may still be noticed by others.
 */
export const AREAS = {
  evaluate: {
    folder: 'src/core/evaluate',
    withWords: false,
    tests: [
      /^test\/core\/evaluate\/.+\.test\.ts$/,
      /^test\/core\/model\/.+\.test\.ts$/,
      /^test\/proof\/(channels-sum-to-the-kpi|parts-of-a-difference|every-day|forecast-of-any-series|median-of-a-few)\.test\.ts$/,
      /^test\/docs\/calculations\.test\.ts$/,
      /^test\/stories\.test\.ts$/,
      // The slow one last: most faults are noticed before.
      /^test\/mutation\/sampled-agreement\.ts$/,
    ],
  },
  intake: {
    folder: 'src/core/intake',
    withWords: true,
    tests: [
      /^test\/core\/intake\/.+\.test\.ts$/,
      /^test\/core\/(language|layout|model)\/.+\.test\.ts$/,
      /^test\/proof\/(any-formula|names-alike|rubbish)\.test\.ts$/,
      /^test\/stories\.test\.ts$/,
    ],
  },
  layout: {
    folder: 'src/core/layout',
    withWords: true,
    tests: [
      /^test\/core\/(layout|intake)\/.+\.test\.ts$/,
      /^test\/examples\/example-stories\.test\.ts$/,
    ],
  },
  tables: {
    folder: 'src/core/tables',
    withWords: true,
    tests: [
      /^test\/core\/tables\/.+\.test\.ts$/,
      /^test\/stories\.test\.ts$/,
      /^test\/examples\/example-stories\.test\.ts$/,
    ],
  },
  language: {
    folder: 'src/core/language',
    withWords: true,
    tests: [
      /^test\/core\/(language|layout)\/.+\.test\.ts$/,
      /^test\/core\/(tables|intake)\/.+\.test\.ts$/,
      /^test\/stories\.test\.ts$/,
      /^test\/proof\/sentences-without-holes\.test\.ts$/,
    ],
  },
};
