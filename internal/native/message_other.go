//go:build !windows

package native

import (
	"fmt"
	"os"
)

// Message says a sentence where a program without a window can.
func Message(title, text string) { fmt.Fprintf(os.Stderr, "%s: %s\n", title, text) }
