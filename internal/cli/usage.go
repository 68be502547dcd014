package cli

import (
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// usage is the line of the command that was given, of all of them before one is known.
func usage(command string) string {
	names := order()
	if command != "" {
		names = []string{command}
	}
	for i, name := range names {
		names[i] = "  tdktctl -db TỆP [-json] " + commands()[name].use
	}
	return strings.Join(names, "\n")
}

// misuse says what is wrong with a command's words and how that command is used.
func (c *call) misuse(err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return tdkt.Errorf(tdkt.Usage, "Cách dùng:\n%s", usage(c.name))
	}
	what := ""
	if err != nil {
		what = ": " + misuseWords(err.Error())
	}
	text := "Lệnh chưa đúng" + what + ". Gõ “tdktctl -h” để xem mọi lệnh."
	if c.name != "" {
		text = "Lệnh chưa đúng" + what + ". Cách dùng:\n" + usage(c.name)
	}
	return &tdkt.Error{Kind: tdkt.Usage, Text: text, Err: err}
}

// meant is "; có phải “check”?", the command whose name is nearest to one that is not there,
// "" where none is near.
func meant(name string) string {
	name = strings.ToLower(name)
	near := func(a, b string) int { return steps(name, a) - steps(name, b) }
	best := slices.MinFunc(order(), near)
	if far := steps(name, best); far > 3 || far >= len([]rune(name)) || far >= len(best) {
		return ""
	}
	return fmt.Sprintf("; có phải “%s” không", best)
}

// steps is how many letters must be put in, taken out, changed or swapped with the next to make b of a.
func steps(a, b string) int {
	from, to := []rune(a), []rune(b)
	d := make([][]int, len(from)+1)
	for i := range d {
		d[i] = make([]int, len(to)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			case from[i-1] == to[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j], d[i][j-1], d[i-1][j-1])
			}
			if i > 1 && j > 1 && from[i-1] == to[j-2] && from[i-2] == to[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(from)][len(to)]
}

// misuseWords puts what package flag says into Vietnamese; our own words pass.
func misuseWords(s string) string {
	if name, ok := strings.CutPrefix(s, "flag provided but not defined: "); ok {
		return "không có tham số " + name
	}
	if name, ok := strings.CutPrefix(s, "flag needs an argument: "); ok {
		return "tham số " + name + " còn thiếu giá trị"
	}
	if rest, ok := strings.CutPrefix(s, "invalid value "); ok {
		value, rest, _ := strings.Cut(rest, " for flag ")
		name, why, _ := strings.Cut(rest, ": ")
		if strings.Contains(why, "parse error") {
			why = "giá trị chưa đúng"
		}
		return fmt.Sprintf("%s %s: %s", name, strings.Trim(value, "\""), why)
	}
	return s
}
