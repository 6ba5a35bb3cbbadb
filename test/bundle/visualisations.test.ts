import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { VISUALISATIONS } from '../../src/visualisations/hosting.ts';
import { panelOf } from '../../src/visualisations/panel.ts';

const built = (name: string, file: string): string =>
  readFileSync(`dist/visualisations/${name}/${file}`, 'utf8');

describe.each(Object.keys(VISUALISATIONS))('%s', (name) => {
  test('is a folder of all that its manifest names, and of nothing else', () => {
    const { components } = JSON.parse(built(name, 'manifest.json'));
    const named = Object.values(components[0].resource).map((path) => String(path).split('/'));
    expect(readdirSync(`dist/visualisations/${name}`).sort()).toEqual(
      [...named.map((parts) => parts[parts.length - 1]), 'manifest.json'].sort(),
    );
  });

  test('has the panel that is declared', () => {
    expect(JSON.parse(built(name, `${name}.json`))).toEqual(panelOf(VISUALISATIONS[name].slots));
  });

  test("runs in a browser of 2019, and keeps the licence of Google's library", () => {
    const script = built(name, `${name}.js`);
    expect(() => parse(script, { ecmaVersion: 2019, sourceType: 'script' })).not.toThrow();
    expect(script).toContain('Licensed under the Apache License');
  });
});
