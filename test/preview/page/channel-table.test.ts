import { newestChannels } from '../../../src/preview/page/channel-table.ts';

test('the channels are those of the newest interval with figures, a part without any left out', () => {
  const row = (interval_end: string, channel: string, actual_to_date: number | null) => ({
    interval_end,
    channel,
    actual_to_date,
  });
  const rows = [
    row('20260131', 'Shop', 4),
    row('20260228', 'Shop', 9),
    row('20260228', 'Web', 0),
    row('20260228', 'Fair', null),
    row('20260331', 'Shop', null),
  ];
  expect(newestChannels(rows).map(({ channel }) => channel)).toEqual(['Shop', 'Web']);
  expect(newestChannels(rows.slice(4))).toEqual([]);
});
