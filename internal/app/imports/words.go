package imports

import (
	"fmt"
)

func yesNo(on bool) string {
	if on {
		return "có"
	}
	return "không"
}

func number(label string, n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%s %d", label, n)
}
