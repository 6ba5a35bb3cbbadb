import { draftsIn, pageStore, tabStore } from '../../src/board/drafts.ts';

describe('what was typed and not saved', () => {
  it('is there again when the page is opened anew, and no more once it is saved or emptied', () => {
    const store = pageStore();
    const first = draftsIn(store, 'a');
    first.keep('goal|Name', 'Growth');
    first.keep('goal|Owner', 'Ann');
    first.keep('course|Vision', '0');
    first.keep('goal|Owner', '');
    const again = draftsIn(store, 'a');
    expect(['goal|Name', 'goal|Owner', 'course|Vision'].map(again.of)).toEqual([
      'Growth',
      null,
      '0',
    ]);
    again.forget('goal|');
    expect(draftsIn(store, 'a').of('goal|Name')).toBeNull();
    expect(draftsIn(store, 'a').of('course|Vision')).toBe('0');
  });

  it('is that of one workbook alone', () => {
    const store = pageStore();
    draftsIn(store, 'a').keep('goal|Name', 'Growth');
    expect(draftsIn(store, 'b').of('goal|Name')).toBeNull();
    draftsIn(store, 'b').forget('goal|');
    expect(draftsIn(store, 'a').of('goal|Name')).toBe('Growth');
  });

  it('lasts as long as the page where the browser keeps nothing for it', () => {
    const refused = {
      get: () => {
        throw new Error('SecurityError');
      },
      configurable: true,
    };
    Object.defineProperty(globalThis, 'sessionStorage', refused);
    const drafts = draftsIn(tabStore(), 'a');
    drafts.keep('goal|Name', 'Growth');
    expect(drafts.of('goal|Name')).toBe('Growth');
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  });
});
