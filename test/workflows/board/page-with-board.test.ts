import { pageWithBoard } from '../../../src/workflows/board/page-with-board.ts';

const PAGE = '<p>$&</p><script type="application/json" id="opened">null</script><script>1</script>';

test('texts of cells stay data: they end no element and begin none', () => {
  const failure = '</script><!--<script>alert(1)</script> & $& $1 \u2028 😀 "=1+1"';
  const answer = { failure, language: 'en' } as const;
  const opened = { view: 'board', workbook: '', answer, canCheckIn: false } as const;
  const page = pageWithBoard(PAGE, opened);
  expect(page.match(/<\/?script/g)).toHaveLength(4);
  const [, data = ''] = /id="opened">(.*?)<\/script>/s.exec(page) ?? [];
  expect(data).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(data)).toEqual(opened);
});
