import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../../src/deploy/projects/ledger.ts';
import { newWorkbook, withRollout } from '../../src/deploy/projects/projects.ts';

const folder = mkdtempSync(join(tmpdir(), 'koers-ledger-'));
const file = join(folder, 'projects.json');

afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => rmSync(file, { force: true }));

describe('the file of what was made', () => {
  it('holds each change at once, and nothing in a rehearsal', () => {
    openLedger(file, false).setWorkbook('shop', newWorkbook('thee-zo'));
    expect(openLedger(file, true).projects().workbooks).toEqual({});
    openLedger(file, true).setWorkbook('shop', newWorkbook('thee-zo'));
    expect(openLedger(file, true).projects().workbooks.shop.organisation).toBe('thee-zo');
    expect(JSON.parse(readFileSync(file, 'utf8')).layout).toBe(1);
  });

  it.each([
    ['{"layout": 2, "organisations": {}, "workbooks": {}}', /written by a newer Koers/],
    ['{"layout": 1, "organi', /cannot be read any more.*--script, --sheet, --connector/],
    ['{"layout": 1, "organisations": {}}', /cannot be read any more/],
    ['{"layout": 1, "organisations": {}, "workbooks": {"../x": {}}}', /cannot be read any more/],
    ['{"layout": 1, "organisations": {"a": {}}, "workbooks": {}}', /cannot be read any more/],
    ['[]', /cannot be read any more/],
  ])('%s is refused, and left as it is', (text, says) => {
    writeFileSync(file, text);
    expect(() => openLedger(file, true)).toThrow(says);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

test('the same two versions again are the same rollout, wherever it stands', () => {
  const first = { koers: '0.1.0', sheet: 3, connector: 5 };
  const second = { koers: '0.2.0', sheet: 4, connector: 5 };
  const both = withRollout(withRollout(newWorkbook('thee-zo'), first), second);
  expect(both).toMatchObject({ rollouts: [first, second], at: 1 });
  expect(withRollout(both, first)).toMatchObject({ rollouts: [first, second], at: 0 });
});
