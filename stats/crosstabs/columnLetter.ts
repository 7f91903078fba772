/** The letter of a column: A for 0 to Z for 25, then AA, AB and so on. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode("A".charCodeAt(0) + (column % 26));
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter;
}
