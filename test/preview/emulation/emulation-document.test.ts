import { existsSync, readFileSync } from 'node:fs';

interface Rule {
  readonly behaviour: string;
  readonly howKnown: string;
  readonly file: string;
  readonly title: string;
}

/** The rows of every table of docs/emulation.md: behaviour, how known, "file: title". */
function documentedRules(): Rule[] {
  const lines = readFileSync('docs/emulation.md', 'utf8').split('\n');
  return lines
    .filter((line) => /^\| (?!behaviour |-)/.test(line))
    .map((line) => {
      const [behaviour = '', howKnown = '', test = ''] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      const [file = '', ...title] = test.split(': ');
      return { behaviour, howKnown, file, title: title.join(': ') };
    });
}

const ALL = documentedRules();

describe('the page about the emulation', () => {
  it('has rules', () => {
    expect(ALL.length).toBeGreaterThan(50);
  });

  it('says of each rule in one of three words how it is known', () => {
    const words = new Set(ALL.map(({ howKnown }) => howKnown));
    expect([...words].sort()).toEqual(['assumed', 'documented', 'recorded']);
  });

  it('tells of every switch of an account', () => {
    const page = readFileSync('docs/emulation.md', 'utf8');
    const source = readFileSync('src/preview/emulation/host/account.ts', 'utf8');
    const [, account = ''] = /interface EmulatedAccount \{(.*?)\n\}/s.exec(source) ?? [];
    const switches = [...account.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name);
    expect(switches).toContain('onAnswer');
    expect(switches.filter((name) => !page.includes(`\`account.${name}\``))).toEqual([]);
  });

  it.each(ALL)('names a test that exists: $behaviour', ({ file, title }) => {
    const path = `test/preview/emulation/${file}.test.ts`;
    expect(existsSync(path) ? path : `no ${path}`).toBe(path);
    expect(title).not.toBe('');
    expect(readFileSync(path, 'utf8')).toContain(title);
  });
});
