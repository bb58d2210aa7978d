import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
} from '@tanstack/react-table';

/** What the tables of this page can do. One object for all: the library asks for a stable one. */
export const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  filterFns: { includesString: filterFn_includesString },
  sortFns: { basic: sortFn_basic },
});
export type Features = typeof features;

/** For a table whose rows come sorted and filtered from elsewhere, those near the screen alone. */
export const ROWS_FROM_ELSEWHERE = {
  manualSorting: true,
  manualFiltering: true,
  enableMultiSort: false,
  sortDescFirst: false,
} as const;
