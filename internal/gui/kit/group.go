package kit

import (
	"fmt"
	"strings"
)

// namedMost is how many names stand beside a reason that many share.
const namedMost = 5

// GroupLines puts lines that say the same of several ("An: chưa nhập.", "Bình: chưa
// nhập.") together in one: the reason, how many, and the first names. A line of its own
// stays as it is, where it first stood.
func GroupLines(text string) string {
	lines := strings.Split(text, "\n")
	names, order := map[string][]string{}, []string{}
	for _, line := range lines {
		who, why, ok := strings.Cut(line, ": ")
		if !ok || strings.TrimSpace(why) == "" {
			who, why = "", line
		}
		if _, seen := names[why]; !seen {
			order = append(order, why)
		}
		names[why] = append(names[why], who)
	}
	var out []string
	for _, why := range order {
		who := names[why]
		switch {
		case len(who) == 1 && who[0] == "":
			out = append(out, why)
		case len(who) == 1:
			out = append(out, who[0]+": "+why)
		case strings.TrimSpace(why) == "":
			out = append(out, why)
		default:
			out = append(out, grouped(who, why))
		}
	}
	return strings.Join(out, "\n")
}

func grouped(who []string, why string) string {
	why = strings.TrimRight(why, ".")
	var named []string
	for _, n := range who {
		if n != "" {
			named = append(named, n)
		}
	}
	if len(named) == 0 {
		return fmt.Sprintf(textTimes, capital(why), len(who))
	}
	list := strings.Join(named[:min(namedMost, len(named))], ", ")
	if more := len(named) - namedMost; more > 0 {
		list += fmt.Sprintf(textAndMore, more)
	}
	return fmt.Sprintf(textSharedBy, capital(why), len(who), list)
}

func capital(s string) string {
	runes := []rune(s)
	if len(runes) == 0 {
		return ""
	}
	return strings.ToUpper(string(runes[:1])) + string(runes[1:])
}
