import { noPath } from '../../../../src/core/evaluate/forecast/forecast-path.ts';

test('no path leads nowhere and says why', () => {
  const none = noPath('TOO_FEW_VALUES', 'drift');
  expect(none).toMatchObject({
    method: 'drift',
    reason: 'TOO_FEW_VALUES',
    value: null,
    stepsLeft: 0,
  });
  expect(none.valueAfter(3)).toBeNull();
  expect(none.bandAfter(3)).toBeNull();
  expect(noPath('NO_DATA').method).toBeNull();
});
