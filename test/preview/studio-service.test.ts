import type { Call } from '../../src/preview/data-studio/contract.ts';
import { createStudio } from '../../src/preview/studio-service.ts';
import { connectorOf, dimension, metric } from './data-studio/fake-connector.ts';

const FIELDS = [dimension('kpi'), metric('actual')];
const ROWS = [
  { kpi: 'Sales', actual: -40 },
  { kpi: 'Leads', actual: 0 },
];

/** A studio on a small connector, what it asked, and a day that can change. */
function studioThatCounts(override: Parameters<typeof connectorOf>[2] = {}) {
  const connector = connectorOf(FIELDS, ROWS, override);
  const asked: string[] = [];
  const clock = { today: '2026-02-15' };
  const call: Call = (functionName, request) => {
    asked.push(functionName);
    return connector(functionName, request);
  };
  return { studio: createStudio({ call, today: () => clock.today }), asked, clock };
}

const ASKED = { language: 'en', answers: {}, query: { dimensions: ['kpi'], metrics: ['actual'] } };

describe('what the connector answered', () => {
  test('is kept until the next refresh, and the second answer is the first', async () => {
    const { studio, asked } = studioThatCounts();
    const first = await studio.query(ASKED);
    const before = asked.length;
    expect((await studio.query(ASKED)).rows).toEqual(first.rows);
    expect(asked).toHaveLength(before);
    studio.refresh();
    await studio.query(ASKED);
    expect(asked.slice(before)).toEqual([
      'getConfig',
      'getAuthType',
      'isAdminUser',
      'getSchema',
      'getData',
    ]);
  });

  test('is asked anew in the other language, and on another day', async () => {
    const { studio, asked, clock } = studioThatCounts();
    const timesAsked = () => asked.filter((name) => name === 'getData').length;
    await studio.query(ASKED);
    await studio.query({ ...ASKED, language: 'nl' });
    expect(timesAsked()).toBe(2);
    clock.today = '2026-02-16';
    await studio.query(ASKED);
    expect(timesAsked()).toBe(3);
  });

  test('is not kept when it was a failure', async () => {
    const { studio, asked } = studioThatCounts({ getData: () => ({ rows: 'none' }) });
    await expect(studio.query(ASKED)).rejects.toThrow();
    const failing = studioThatCounts({
      getData: () => {
        throw new Error('busy');
      },
    });
    await expect(failing.studio.query(ASKED)).rejects.toThrow('busy');
    await expect(failing.studio.query(ASKED)).rejects.toThrow('busy');
    expect(failing.asked.filter((name) => name === 'getData')).toHaveLength(2);
    expect(asked).toContain('getData');
  });
});
