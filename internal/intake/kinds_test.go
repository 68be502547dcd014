package intake

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"tdkt/internal/golden"
)

// fewestSamples is how many samples every line of the README has, one of them in a long list.
const fewestSamples = 3

// TestKinds reads the samples of every kind of list that offices send and compares what
// they became with testdata/kindfacts.txt, which a person has read. A kind with fewer than
// three samples, or none within a long list, fails.
func TestKinds(t *testing.T) {
	raw, err := os.ReadFile("testdata/kinds.txt")
	if err != nil {
		t.Fatal(err)
	}
	samples, long := map[string]int{}, map[string]bool{}
	var out strings.Builder
	for _, part := range strings.Split(string(raw), "\n## ")[1:] {
		head, text, _ := strings.Cut(part, "\n")
		kind, _, _ := strings.Cut(head, " ")
		samples[kind]++
		long[kind] = long[kind] || strings.Contains(text, "\n...")
		var sheets []Sheet
		crowd := map[string]bool{}
		for _, s := range strings.Split("\n"+text, "\n[")[1:] {
			name, rows, _ := strings.Cut(s, "]\n")
			sheets = append(sheets, sheetOf(head+".xlsx", name, crowded(strings.TrimRight(rows, "\n"), crowd)))
		}
		r := read(t, Options{}, sheets...)
		fmt.Fprintf(&out, "## %s\n%s\n", head, uncrowded(dump(r), crowd))
		conserved(t, head, sheets, r)
	}
	for _, kind := range strings.Fields("c02b c04 c05 c06 c07b b13 c08 c09 c14 c15 b01 b06 b10 b17 b21 b22 b27 b30 w3 w4 p3 k12") {
		if samples[kind] < fewestSamples || !long[kind] {
			t.Errorf("%s has %d samples, in a long list: %v", kind, samples[kind], long[kind])
		}
	}
	golden.Compare(t, "testdata/kindfacts.txt", out.String())
}

// crowded writes out "...40 row" as forty rows of people of their own; their names are kept
// in crowd.
func crowded(text string, crowd map[string]bool) string {
	family := strings.Fields("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi")
	given := strings.Fields("Giang Hải Khánh Lan Minh Nga Oanh Phúc Quân Sơn Trang Uyên Vinh Xuân Yến")
	var out []string
	n := 0
	for _, line := range strings.Split(text, "\n") {
		head, row, many := strings.Cut(line, " ")
		count, err := strconv.Atoi(strings.TrimPrefix(head, "..."))
		if !many || err != nil || !strings.HasPrefix(head, "...") {
			out = append(out, line)
			continue
		}
		for range count {
			made := row
			for strings.Contains(made, "%ten") {
				n++
				k := len(crowd)
				name := fmt.Sprintf("%s %s %s %s", family[k%11], []string{"Đông", "Thị"}[k/11%2], given[k%15], given[k/15%15])
				crowd[name] = true
				made = strings.Replace(made, "%ten", name, 1)
				made = strings.Replace(made, "%sinh", fmt.Sprintf("%02d/%02d/%d", k%28+1, k%12+1, 1970+k%25), 1)
			}
			for mark, v := range map[string]int{"%ng": n%28 + 1, "%th": n%12 + 1, "%na": 1970 + n%25, "%n": n, "%m": n + 100} {
				if mark == "%n" && strings.Contains(made, "%na") {
					made = strings.ReplaceAll(made, "%na", strconv.Itoa(1970+n%25))
				}
				if mark == "%n" && strings.Contains(made, "%ng") {
					made = strings.ReplaceAll(made, "%ng", strconv.Itoa(n%28+1))
				}
				made = strings.ReplaceAll(made, mark, strconv.Itoa(v))
			}
			if !strings.Contains(row, "%ten") {
				n++
			}
			out = append(out, made)
		}
	}
	return strings.Join(out, "\n")
}

// uncrowded counts the people of the crowd, one for each way of what is said of them, and
// shortens what was left out.
func uncrowded(text string, crowd map[string]bool) string {
	var out []string
	n := map[string]int{}
	for _, line := range strings.Split(text, "\n") {
		parts := strings.Split(line, " · ")
		if len(parts) > 2 && crowd[parts[2]] {
			key := parts[1]
			for _, p := range parts[3:] {
				if !strings.HasPrefix(p, "sinh ") || strings.HasPrefix(p, "sinh 0") && len(p) < 8 {
					key += " · " + p
				} else {
					key += " · sinh"
				}
			}
			if n[key]++; n[key] == 1 {
				out = append(out, "\x00"+key)
			}
			continue
		}
		out = append(out, line)
	}
	for i, line := range out {
		if key, ok := strings.CutPrefix(line, "\x00"); ok {
			out[i] = fmt.Sprintf("%d × %s", n[key], key)
		}
	}
	return strings.Join(out, "\n")
}
