// Package imports is everything that comes in from a file or from another PC: the exchange
// workbook, staff lists, old records, sheets back from rooms, plans, another PC's data. Each
// says first what it would change and where it is not sure, and writes, through App.Change,
// only what was looked at. What a sheet may hold is known to packages sheet and intake.
package imports
