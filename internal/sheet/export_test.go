package sheet

// Limits are the most records of a workbook and people of a staff list.
func Limits() (rows, people int) { return maxRows, maxPeople }

// SetLimits sets them.
func SetLimits(rows, people int) { maxRows, maxPeople = rows, people }
