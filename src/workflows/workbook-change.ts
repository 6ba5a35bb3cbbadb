/** A value as it is written: text stays text, whatever it begins with. */
export type WrittenCell = string | number | boolean | null;

export type ColumnLook = 'date' | 'date_time' | 'percent' | 'whole' | 'decimal' | 'text';

/** How a line of a chart looks. */
export interface ChartLine {
  /** #rrggbb. */
  readonly colour: string;
  readonly stroke: 'solid' | 'dashed';
}

/** Rows and columns count from 0. */
export type WorkbookChange =
  | {
      readonly kind: 'add_tab';
      readonly sheetId: number;
      readonly title: string;
      readonly isHidden: boolean;
      readonly rowCount: number;
      readonly columnCount: number;
      readonly frozenRows: number;
    }
  | {
      readonly kind: 'delete_tab';
      readonly sheetId: number;
    }
  | {
      readonly kind: 'rename_tab';
      readonly sheetId: number;
      readonly title: string;
    }
  | {
      readonly kind: 'resize_tab';
      readonly sheetId: number;
      readonly rowCount: number;
      readonly columnCount: number;
    }
  | {
      /** New rows or columns before the one at `at`: whatever stands there now moves on. */
      readonly kind: 'insert';
      readonly sheetId: number;
      readonly what: 'rows' | 'columns';
      readonly at: number;
      readonly count: number;
    }
  | {
      /** That many more at the end, however many there are by now. */
      readonly kind: 'lengthen';
      readonly sheetId: number;
      readonly what: 'rows' | 'columns';
      readonly count: number;
    }
  | {
      /** Asks before somebody edits it, and lets them. */
      readonly kind: 'protect_tab';
      readonly sheetId: number;
      readonly description: string;
    }
  | {
      /** These rows from the top left corner; everything else on the tab becomes blank. */
      readonly kind: 'replace_tab';
      readonly sheetId: number;
      readonly rows: ReadonlyArray<readonly WrittenCell[]>;
    }
  | {
      /** These rows; `height` × `width` cells from the corner that they do not fill become blank. */
      readonly kind: 'write_cells';
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
      readonly height: number;
      readonly width: number;
      readonly rows: ReadonlyArray<readonly WrittenCell[]>;
    }
  | {
      /** Makes a cell blank that holds this text and nothing else; any other is left as it is. */
      readonly kind: 'clear_text';
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  | {
      readonly kind: 'write_note';
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
      /** '' takes the note away. */
      readonly note: string;
    }
  | {
      readonly kind: 'format_columns';
      readonly sheetId: number;
      readonly fromRow: number;
      /** Past the last row; without it, to the end of the tab. */
      readonly toRow?: number;
      readonly column: number;
      readonly look: ColumnLook;
    }
  | {
      /** Bold, on a colour: these columns of a row, without them all. */
      readonly kind: 'style_header';
      readonly sheetId: number;
      readonly row: number;
      readonly startColumn?: number;
      /** Past the last one. */
      readonly endColumn?: number;
    }
  | {
      /** Cells that begin with this text, on a colour: the rule at this place among those of the tab. */
      readonly kind: 'colour_texts';
      readonly sheetId: number;
      readonly fromRow: number;
      readonly column: number;
      readonly start: string;
      /** #rrggbb. */
      readonly ink: string;
      readonly paper: string;
      readonly at: number;
    }
  | {
      /** Cells from this one down lead to addresses; those below and without one lead nowhere. */
      readonly kind: 'link_cells';
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
      readonly addresses: readonly (string | null)[];
    }
  | {
      /** Lines by day over cells of a tab: a column of days, then one for each line, each below its name. */
      readonly kind: 'add_chart';
      readonly sheetId: number;
      /** The cell at its top left corner. */
      readonly row: number;
      readonly column: number;
      readonly widthPixels: number;
      readonly heightPixels: number;
      /** The names stand in the first row, the days in the first column. */
      readonly firstRow: number;
      readonly endRow: number;
      readonly firstColumn: number;
      readonly lines: readonly ChartLine[];
      /** For whoever does not see it. */
      readonly description: string;
    }
  | {
      /** So many rows from the top stay in sight. */
      readonly kind: 'freeze_rows';
      readonly sheetId: number;
      readonly count: number;
    }
  | {
      /** Whatever stands below moves up. */
      readonly kind: 'delete_rows';
      readonly sheetId: number;
      readonly row: number;
      readonly count: number;
    }
  | {
      /** A list to choose from in every cell below the header; other values stay allowed. */
      readonly kind: 'offer_choices';
      readonly sheetId: number;
      readonly fromRow: number;
      readonly column: number;
      readonly choices:
        | { readonly kind: 'values'; readonly values: readonly string[] }
        | { readonly kind: 'cells'; readonly range: string };
    }
  | {
      readonly kind: 'hide_column';
      readonly sheetId: number;
      readonly column: number;
    }
  | {
      readonly kind: 'group_columns';
      readonly sheetId: number;
      readonly startColumn: number;
      /** Past the last one. */
      readonly endColumn: number;
    }
  | {
      readonly kind: 'collapse_group';
      readonly sheetId: number;
      readonly startColumn: number;
      readonly endColumn: number;
      /** 1 for a group in no other. */
      readonly depth: number;
    }
  | {
      /** The mark of the workbook (ports.ts); `id` is that of the present one. */
      readonly kind: 'set_mark';
      readonly id: number | null;
      readonly text: string;
    };
