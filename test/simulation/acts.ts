import {
  clearCell,
  clearCode,
  clearCodes,
  formulaOver,
  freeText,
  mergeAcross,
  mergeRows,
  noteOn,
  pasteBlock,
  pasteOverCode,
  swapCodes,
  typeInto,
  typePrivate,
  unmerge,
} from "./cell-acts.ts";
import { confirmShown, mergeSystemCells, openCells, protectCells, unprotect } from "./closing-acts.ts";
import {
  addColumn,
  breakHeader,
  deleteCodeColumn,
  deleteColumn,
  mendHeader,
  moveColumn,
  renameHeader,
} from "./column-acts.ts";
import { type Act, anyRow, firstRow, insertLine, lines, rowCount } from "./desk.ts";
import { boldCells, clearFilter, colourCells, freeze, hideColumn, resize, setFilter } from "./look-acts.ts";
import {
  copyRow,
  cutRow,
  deleteMany,
  hideRow,
  insertFilledRow,
  manyRows,
  pasteForeignRow,
  sortBeside,
  sortRows,
  sortSome,
} from "./row-acts.ts";
import { addTab, addTopics, deleteTab, duplicateTab, renameTab, rowToTab } from "./tab-acts.ts";
import { makeTable, revertTable } from "./table-acts.ts";

/**
 * What clerks do in a spreadsheet, as requests of the API: every action that the sheet page offers, but for a sort of some
 * columns of the ledger without the others, which leaves no row that anybody could name.
 */

/** Kind of act -> how often, and what. */
export const acts: Readonly<Record<string, readonly [weight: number, act: Act]>> = {
  typeCell: [30, (desk) => typeInto(desk, anyRow(desk))],
  clearCell: [6, (desk) => clearCell(desk)],
  insertFilledRow: [8, insertFilledRow],
  insertBlankRow: [2, (desk) => [insertLine(desk, anyRow(desk))]],
  deleteRow: [
    4,
    (desk) => (rowCount(desk) === 0 ? [] : [{ deleteDimension: { range: lines(desk, "ROWS", anyRow(desk)) } }]),
  ],
  moveRow: [
    3,
    (desk) => [
      {
        moveDimension: {
          source: lines(desk, "ROWS", anyRow(desk)),
          destinationIndex: firstRow(desk) + desk.pick(rowCount(desk) + 1),
        },
      },
    ],
  ],
  sortRows: [6, sortRows],
  copyRow: [4, copyRow],
  cutRow: [3, cutRow],
  pasteBlock: [4, pasteBlock],
  pasteOverCode: [2, pasteOverCode],
  swapCodes: [1, swapCodes],
  clearCode: [2, (desk) => clearCode(desk)],
  typePrivate: [3, (desk) => typePrivate(desk)],
  noteOn: [3, noteOn],
  formulaOver: [2, formulaOver],
  mergeRows: [1, mergeRows],
  unmerge: [1, unmerge],
  hideRow: [1, (desk) => hideRow(desk)],
  insertColumn: [2, addColumn],
  deleteColumn: [1, deleteColumn],
  moveColumn: [2, moveColumn],
  renameHeader: [2, renameHeader],
  duplicateTab: [1, duplicateTab],
  renameTab: [1, renameTab],
  manyRows: [1, manyRows],
  deleteMany: [1, deleteMany],
  clearCodes: [1, clearCodes],
  breakHeader: [1, breakHeader],
  deleteCodeColumn: [1, deleteCodeColumn],
  mendHeader: [2, mendHeader],
  pasteForeignRow: [1, pasteForeignRow],
  foreignTab: [1, freeText],
  makeTable: [2, makeTable],
  revertTable: [1, revertTable],
  addTab: [1, addTab],
  addTopics: [2, addTopics],
  deleteTab: [2, deleteTab],
  rowToTab: [2, rowToTab],
  sortSome: [3, sortSome],
  sortBeside: [1, sortBeside],
  mergeAcross: [1, mergeAcross],
  boldCells: [3, boldCells],
  colourCells: [3, colourCells],
  setFilter: [2, setFilter],
  clearFilter: [1, clearFilter],
  freeze: [2, freeze],
  hideColumn: [2, hideColumn],
  resize: [2, resize],
  protectCells: [2, protectCells],
  unprotect: [2, unprotect],
  mergeSystemCells: [1, mergeSystemCells],
  openCells: [1, openCells],
  confirmShown: [3, confirmShown],
};
