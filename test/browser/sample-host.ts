import { gzipSync } from 'node:zlib';
import { pngOf } from '../../src/apps-script/write-png.ts';
import { htmlLetter, PLAN_TONE, picturesOf } from '../../src/core/alerts/html-letter.ts';
import { plainLetter } from '../../src/core/alerts/plain-letter.ts';
import type { Letter } from '../../src/core/model/told.ts';
import { coursePixels } from '../../src/drawing/course-pixels.ts';
import type { PreviewHost } from '../../src/preview/http-server.ts';
import type { RunReply } from '../../src/preview/page-api.ts';
import { createStudio } from '../../src/preview/studio-service.ts';
import { sampleConnector } from './sample-connector.ts';

/** A digest with a name that is markup and a way that went backwards. */
const SAMPLE_LETTER: Letter = {
  language: 'en',
  subject: 'Fietsenwinkel: 1 of 3 KPIs on course',
  opening: 'Good news: Visitors: from at risk to on course',
  sections: [
    {
      title: 'What needs a decision',
      items: [
        {
          status: { code: 'off_course', mark: '▼', word: 'Off course' },
          title: '<img src=x onerror=alert(1)> Revenue',
          url: 'https://docs.google.com/spreadsheets/d/1/edit#gid=2&range=A4',
          lines: ['Judged to 31 Jan: €30,000 of €45,000 planned.', 'Aim for €17,100 a week.'],
          way: { actual: 0.15, plan: 0.33, text: '15% of the way; 33% was planned by now' },
          course: {
            plan: [0, 33, 66, 100],
            actual: [0, 15, null, null],
            forecast: [null, 15, 32, 48],
            text: '<b>Revenue</b>, 1 Jan – 31 Mar 2026',
          },
        },
        {
          status: { code: 'missed', mark: '✗', word: 'Missed' },
          title: 'Complaints',
          url: '',
          lines: [],
          way: { actual: -0.125, plan: null, text: '-13% of the way' },
        },
      ],
    },
    {
      title: 'Goals',
      items: [
        {
          status: { code: 'on_course', mark: '●', word: 'On course' },
          title: 'Growth',
          url: 'https://docs.google.com/spreadsheets/d/1/edit#gid=1&range=A2',
          lines: ['2 of 3 KPIs on course, 1 off course.'],
          way: { actual: 1.2, plan: 1, text: '120% of the way; 100% was planned by now' },
        },
      ],
    },
  ],
  links: [{ text: 'Open the workbook', url: 'https://docs.google.com/spreadsheets/d/1/edit' }],
  footer: 'You get this because you stand in the tab People with Digest: all.',
};

const [PICTURE] = picturesOf(SAMPLE_LETTER);
const PNG = Buffer.from(
  pngOf(coursePixels(PICTURE.course, { plan: PLAN_TONE, own: PICTURE.tone }), (bytes) => [
    ...gzipSync(Buffer.from(bytes)),
  ]),
);
const SAMPLE_MAIL = htmlLetter(SAMPLE_LETTER, true).replace(
  `cid:${PICTURE.id}`,
  `data:image/png;base64,${PNG.toString('base64')}`,
);

const page = (content: string): string =>
  `${content}<script>document.body.dataset.drawn = '1';</script>`;

/** A host without a workbook behind it: one tab, one menu, one trigger, one mail. */
export function sampleHost(): PreviewHost & { readonly save: () => void } {
  const listeners = new Set<() => void>();
  let revision = 1;
  const run: RunReply = {
    error: null,
    question: null,
    messages: [{ kind: 'toast', title: 'Koers', text: '6 KPIs recalculated.' }],
  };
  return {
    studio: createStudio({ call: sampleConnector, today: () => '2026-02-15' }),
    state: () => ({
      version: '0.0.0',
      fileName: 'web-shop.xlsx',
      problem: null,
      notice: null,
      today: '2026-02-15',
      revision,
      tabs: [
        { title: 'Instellingen', isHidden: false },
        { title: 'Koers data', isHidden: true },
      ],
      menu: [
        { label: 'Koers', depth: 0 },
        { label: 'Recalculate', functionName: 'recalculate', depth: 1 },
      ],
      triggers: [{ id: 't1', functionName: 'recalculate', schedule: 'every hour' }],
      outbox: [
        {
          to: 'daan@example.org',
          subject: SAMPLE_LETTER.subject,
          body: plainLetter(SAMPLE_LETTER),
          mail: 0,
          sentAt: 1_771_137_000_000,
        },
        {
          to: 'sanne@example.org',
          subject: 'Omzet Q1: at risk',
          body: '<b>90%</b>',
          mail: null,
          sentAt: 1_771_136_000_000,
        },
      ],
      log: [],
    }),
    tab: (title) =>
      title === 'Instellingen'
        ? {
            title,
            canType: true,
            columns: ['A', 'B'],
            rows: [
              {
                number: 1,
                cells: [
                  { text: 'Instelling', kind: 'text', isBold: true },
                  { text: '<img src=x onerror=alert(1)>', kind: 'text', note: 'Koers: look here' },
                ],
              },
              {
                number: 2,
                cells: [
                  { text: '3.5', kind: 'number' },
                  { text: '#N/A', kind: 'error' },
                ],
              },
            ],
            isCut: false,
            charts: [],
          }
        : null,
    run: ({ id }) => (id === 'gone' ? null : run),
    type: () => true,
    boardPage: page(''),
    copy: () => null,
    beginPage: () => page('<main><h1>Begin</h1></main>'),
    sheetBoard: (language) => page(`<main><h1>The board, ${language}</h1></main>`),
    webApp: ({ lang = '' }) => page(`<main><h1>For a colleague, ${lang}</h1></main>`),
    shownPage: (at) => (at === 0 ? page('<main><h1>A dialog</h1></main>') : null),
    mail: (at) => (at === 0 ? SAMPLE_MAIL : null),
    callScript: ({ functionName }) =>
      functionName === 'boardText' ? { result: '{}' } : { error: `No ${functionName}` },
    speak: () => undefined,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    save: () => {
      revision += 1;
      for (const listener of listeners) listener();
    },
  };
}
