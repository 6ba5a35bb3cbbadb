import type {
  Compression,
  Lock,
  OpenPropertyStore,
  ResultCache,
} from '../../src/workflows/ports.ts';

export function cacheContract(name: string, open: () => ResultCache): void {
  describe(`a cache: ${name}`, () => {
    it('gives back what was put, and nothing for what was not', () => {
      const cache = open();
      cache.putAll({ 'koers1|a|m': '1:x', 'koers1|a|0': 'H4sI' }, 600);
      expect(cache.getAll(['koers1|a|m', 'koers1|a|0', 'koers1|a|1'])).toEqual({
        'koers1|a|m': '1:x',
        'koers1|a|0': 'H4sI',
      });
    });

    it('keeps the newest value of a key', () => {
      const cache = open();
      cache.putAll({ key: 'old' }, 600);
      cache.putAll({ key: 'new' }, 600);
      expect(cache.getAll(['key'])).toEqual({ key: 'new' });
    });

    it('takes entries of 100,000 bytes', () => {
      const cache = open();
      const chunk = 'x'.repeat(100_000);
      cache.putAll({ 'koers1|a|0': chunk, 'koers1|a|1': chunk }, 600);
      expect(Object.keys(cache.getAll(['koers1|a|0', 'koers1|a|1']))).toHaveLength(2);
    });
  });
}

export function propertiesContract(
  name: string,
  open: (values: Record<string, string>) => OpenPropertyStore,
): void {
  describe(`a property store: ${name}`, () => {
    it('has null for what nobody set, and the text for what somebody did', () => {
      const store = open({ DEFAULT_WORKBOOK_ID: '1abc' });
      expect(store.get('DEFAULT_WORKBOOK_ID')).toBe('1abc');
      expect(store.get('ADMIN_EMAILS')).toBeNull();
    });

    it('keeps what is set, and forgets what is taken away', () => {
      const store = open({});
      store.set('CHAT_SLACK', 'https://hooks.slack.com/services/1');
      store.set('CHAT_SLACK', 'https://hooks.slack.com/services/2');
      expect(store.get('CHAT_SLACK')).toBe('https://hooks.slack.com/services/2');
      store.set('CHAT_SLACK', null);
      store.set('CHAT_TEAMS', null);
      expect(store.get('CHAT_SLACK')).toBeNull();
    });
  });
}

export function compressionContract(name: string, open: () => Compression): void {
  describe(`compression: ${name}`, () => {
    it.each(['', 'a', 'Omzet € 1.234 – ≥ 95% 📈', 'x'.repeat(200_000)])(
      'gives the text back (%#)',
      (text) => {
        const compression = open();
        expect(compression.unpack(compression.pack(text))).toBe(text);
      },
    );

    it('packs to plain letters, and repetition to little', () => {
      const packed = open().pack('omzet €,'.repeat(20_000));
      expect(packed).toMatch(/^[A-Za-z0-9+/=]+$/);
      expect(packed.length).toBeLessThan(5_000);
    });
  });
}

/** Two holders of the same lock. */
export function lockContract(name: string, open: () => readonly [Lock, Lock]): void {
  describe(`a lock: ${name}`, () => {
    it('is had by one at a time, and by the other once it is released', () => {
      const [first, second] = open();
      expect(first.acquire(0)).toBe(true);
      expect(second.acquire(0)).toBe(false);
      first.release();
      expect(second.acquire(0)).toBe(true);
    });
  });
}
