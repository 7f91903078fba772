/**
 * The ways in which a table can depart from the sum of a row and a column effect: for each row and column but the last
 * one contrast of the cells, the product of (in this row) - centre and (in this column) - centre.
 *
 * With 1 / rows and 1 / columns for centres they are the interaction dummies less their projection on the main effects;
 * with the margins' shares, the change of a cell's total less what its margins let expect.
 *
 * @param rowCentres one entry a row, and `columnCentres` one a column.
 * @returns (rows - 1) x (columns - 1) contrasts of one entry a cell, row by row.
 */
export function interactionContrasts(rowCentres: Float64Array, columnCentres: Float64Array): Float64Array[] {
  const rows = rowCentres.length;
  const columns = columnCentres.length;
  return Array.from({ length: (rows - 1) * (columns - 1) }, (_, contrast) => {
    const row = Math.floor(contrast / (columns - 1));
    const column = contrast % (columns - 1);
    return Float64Array.from({ length: rows * columns }, (_cell, cell) => {
      const inRow = Number(Math.floor(cell / columns) === row) - (rowCentres[row] ?? 0);
      return inRow * (Number(cell % columns === column) - (columnCentres[column] ?? 0));
    });
  });
}
