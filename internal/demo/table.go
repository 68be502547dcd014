package demo

import (
	"embed"
	"fmt"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

//go:embed data/*.txt
var files embed.FS

// row is one line of a table.
type row struct {
	file  string
	line  int
	cells []string
}

// fail stops the program: the tables are part of it, and the package's test reads
// every one of them.
func (r row) fail(format string, args ...any) {
	panic(fmt.Sprintf("demo: %s line %d: %s", r.file, r.line, fmt.Sprintf(format, args...)))
}

// text is a whole embedded file.
func text(file string) string {
	b, err := files.ReadFile("data/" + file)
	if err != nil {
		panic(fmt.Sprintf("demo: %v", err))
	}
	return string(b)
}

// table reads the lines of a file as cells between bars. Missing cells at the end
// are empty; a line of more than width cells is a mistake.
func table(file string, width int) []row {
	var rows []row
	n := 0
	for line := range strings.Lines(text(file)) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		r := row{file: file, line: n, cells: make([]string, width)}
		parts := strings.Split(line, "|")
		if len(parts) > width {
			r.fail("%d cells, want at most %d", len(parts), width)
		}
		for i, p := range parts {
			r.cells[i] = strings.TrimSpace(p)
		}
		rows = append(rows, r)
	}
	return rows
}

// day reads a cell written 2006-01-02; an empty one is the zero Day.
func (r row) day(cell int) tdkt.Day {
	d, err := tdkt.ParseISO(r.cells[cell])
	if err != nil {
		r.fail("%v", err)
	}
	return d
}

// number reads a cell that holds a whole number.
func (r row) number(cell int) int {
	n, err := strconv.Atoi(r.cells[cell])
	if err != nil {
		r.fail("%v", err)
	}
	return n
}

// oneOf reads a cell that holds one of the stored words of a kind.
func oneOf[T ~string](r row, cell int, words ...T) T {
	for _, w := range words {
		if string(w) == r.cells[cell] {
			return w
		}
	}
	r.fail("%q is none of %v", r.cells[cell], words)
	return ""
}
