import { contentHash, cutIntoChunks } from '../../../src/workflows/packed-tables/chunks.ts';

describe('chunks', () => {
  it('join to what was cut, none longer than allowed', () => {
    const text = 'abcdefghij';
    const chunks = cutIntoChunks(text, 4);
    expect(chunks).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('of nothing are one blank chunk', () => {
    expect(cutIntoChunks('', 4)).toEqual(['']);
  });

  it('are refused for letters of more than one byte, where characters are not bytes', () => {
    expect(() => cutIntoChunks('€', 4)).toThrow('packed');
  });

  it('have a hash that one changed letter changes', () => {
    expect(contentHash('omzet 100')).not.toBe(contentHash('omzet 101'));
    expect(contentHash('omzet 100')).toBe(contentHash('omzet 100'));
  });
});
