import type { PreviewHost } from '../../src/preview/http-server.ts';
import type { RunReply } from '../../src/preview/page-api.ts';
import { createStudio } from '../../src/preview/studio-service.ts';
import { sampleConnector } from './sample-connector.ts';

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
          to: 'sanne@example.org',
          subject: 'Omzet Q1: at risk',
          body: '<b>90%</b>',
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
          }
        : null,
    run: () => run,
    type: () => true,
    boardPage: page(''),
    copy: () => null,
    beginPage: () => page('<main><h1>Begin</h1></main>'),
    sheetBoard: (language) => page(`<main><h1>The board, ${language}</h1></main>`),
    webApp: ({ lang = '' }) => page(`<main><h1>For a colleague, ${lang}</h1></main>`),
    shownPage: (at) => (at === 0 ? page('<main><h1>A dialog</h1></main>') : null),
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
