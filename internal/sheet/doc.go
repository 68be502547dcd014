// Package sheet reads and writes the Excel files of the program's own exchange:
// the exchange workbook, and the staff lists that offices keep. Reading goes
// through package guard, so that a damaged list is refused and never read by half.
package sheet
