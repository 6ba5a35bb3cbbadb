/** Why a file could not be opened as a workbook. */
export type UnreadableReason =
  | 'missing'
  | 'folder'
  | 'empty'
  | 'encrypted'
  | 'old_format'
  | 'not_xlsx'
  | 'damaged'
  | 'too_large'
  | 'too_many_cells'
  | 'no_tabs';

const SENTENCES: Record<UnreadableReason, { readonly en: string; readonly nl: string }> = {
  missing: {
    en: 'There is no file {file}. Check its name and folder.',
    nl: 'Er is geen bestand {file}. Controleer de naam en de map.',
  },
  folder: {
    en: '{file} is a folder. Give the name of an .xlsx file in it.',
    nl: '{file} is een map. Geef de naam van een .xlsx-bestand daarin.',
  },
  empty: {
    en: '{file} is empty (0 bytes). Save the workbook again, or download it once more.',
    nl: '{file} is leeg (0 bytes). Sla de werkmap opnieuw op, of download haar nog eens.',
  },
  encrypted: {
    en: '{file} is protected with a password. Save a copy without a password and open that.',
    nl: '{file} is beveiligd met een wachtwoord. Sla een kopie zonder wachtwoord op en open die.',
  },
  old_format: {
    en: '{file} is a workbook in an old format. Save it as .xlsx and open that.',
    nl: '{file} is een werkmap in een oud formaat. Sla haar op als .xlsx en open die.',
  },
  not_xlsx: {
    en: '{file} is not an .xlsx workbook. Download the spreadsheet as Microsoft Excel (.xlsx).',
    nl: '{file} is geen .xlsx-werkmap. Download de spreadsheet als Microsoft Excel (.xlsx).',
  },
  damaged: {
    en: '{file} is damaged and cannot be read. Save the workbook again, or download it once more.',
    nl: '{file} is beschadigd en niet te lezen. Sla de werkmap opnieuw op, of download haar nog eens.',
  },
  too_large: {
    en: '{file} holds more than is read here: a spreadsheet has 10 million cells, and a file 100 MB when it is unpacked. Save only the tabs that Koers needs as a workbook of their own.',
    nl: '{file} bevat meer dan hier wordt gelezen: een spreadsheet heeft 10 miljoen cellen, en een bestand uitgepakt 100 MB. Sla alleen de tabbladen die Koers nodig heeft op als een werkmap apart.',
  },
  too_many_cells: {
    en: '{file} has more than {limit} filled cells, most of them in the tab "{tab}", and so many are not read here. Save only the tabs and rows that Koers needs as a workbook of their own.',
    nl: '{file} heeft meer dan {limit} gevulde cellen, de meeste op het tabblad "{tab}"; zoveel worden hier niet gelezen. Sla alleen de tabbladen en rijen die Koers nodig heeft op als een werkmap apart.',
  },
  no_tabs: {
    en: '{file} holds no tabs. Add a tab, or open another workbook.',
    nl: '{file} bevat geen tabbladen. Voeg een tabblad toe, of open een andere werkmap.',
  },
};

const NUMBERS = { en: new Intl.NumberFormat('en'), nl: new Intl.NumberFormat('nl') };

/** What a sentence names besides the file. */
interface Details {
  readonly tab?: string;
  readonly limit?: number;
}

/** A file that is no workbook; its message is one sentence for the person who named it. */
export class UnreadableFile extends Error {
  readonly reason: UnreadableReason;
  /** The same sentence in both languages. */
  readonly sentences: { readonly en: string; readonly nl: string };

  constructor(reason: UnreadableReason, file: string, { tab = '', limit = 0 }: Details = {}) {
    const sentence = (language: 'en' | 'nl'): string => {
      const parts: Readonly<Record<string, string>> = {
        ...{ file, tab },
        limit: NUMBERS[language].format(limit),
      };
      return SENTENCES[reason][language].replace(/\{(\w+)\}/g, (_, name) => parts[name] ?? '');
    };
    const sentences = { en: sentence('en'), nl: sentence('nl') };
    super(sentences.en);
    this.name = 'UnreadableFile';
    this.reason = reason;
    this.sentences = sentences;
  }
}
