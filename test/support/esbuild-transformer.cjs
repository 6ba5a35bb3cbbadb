// Jest 30 with the compiler that ships: ts-jest does not work with TypeScript 7.
const { transformSync } = require('esbuild');

module.exports = {
  process(source, path) {
    return transformSync(source, {
      loader: path.endsWith('.tsx') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'node20',
      sourcemap: 'inline',
      sourcefile: path,
    });
  },
};
