import type { CheckContext } from '../context.js';
import type { RowQuery } from '../row-query.js';
import type { Hit } from '../rule.js';
import { missingExtracts, neededColumns, notAsked, notInLayout } from './absence-finders.js';
import {
  dateOrders,
  datesAfterDeath,
  datesAfterExtraction,
  datesBeforeBirth,
  openOver18,
  overlaps,
} from './date-finders.js';
import { manyRowsLeftOut, misspeltHeadings, repeatedKeys, repeatedRows } from './file-finders.js';
import { notJudged } from './not-judged.js';
import {
  garbledLetters,
  missingLinks,
  missingPersons,
  spreadsheetErrors,
  unknownCodes,
} from './value-finders.js';
import { missingMonths, nothingInLastWeek, unusualVolumes } from './volume-finders.js';

/** What makes the queries of a rule, by the name that its entry gives in `finds`. */
export const QUERY_MAKERS: Readonly<Record<string, (context: CheckContext) => RowQuery[]>> = {
  'date-orders': dateOrders,
  'dates-after-extraction': datesAfterExtraction,
  'dates-before-birth': datesBeforeBirth,
  'dates-after-death': datesAfterDeath,
  'open-over-18': openOver18,
  overlaps,
  'spreadsheet-errors': spreadsheetErrors,
  'garbled-letters': garbledLetters,
  'unknown-codes': unknownCodes,
  'missing-persons': missingPersons,
  'missing-links': missingLinks,
  'repeated-rows': repeatedRows,
  'repeated-keys': repeatedKeys,
};

/** What finds the hits of a rule without a query about rows. */
export const FINDERS: Readonly<Record<string, (context: CheckContext) => Hit[] | Promise<Hit[]>>> = {
  'many-rows-left-out': manyRowsLeftOut,
  'misspelt-headings': misspeltHeadings,
  'missing-extracts': missingExtracts,
  'needed-columns': neededColumns,
  'not-asked': notAsked,
  'not-in-layout': notInLayout,
  'not-judged': notJudged,
  'unusual-volumes': unusualVolumes,
  'missing-months': missingMonths,
  'nothing-in-last-week': nothingInLastWeek,
};
