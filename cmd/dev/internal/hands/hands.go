// Command hands is a person at a Windows PC, for the smoke test: it finds windows by
// their titles and sends them the input events that Windows itself would, with no time
// in between. Its arguments are a script, one step each:
//
//	wait:TITLE      wait until a window with this in its title is in front
//	keys:ctrl+shift+f2
//	type:TEXT       characters as they are
//	unikey:TEXT     as UniKey and EVKey do: the letter, Backspace, the letter with its mark
//	pause:MILLISECONDS
//	click:X,Y       from the window's upper left corner
//	close:TITLE     as the cross of the window
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

func main() {
	for _, step := range os.Args[1:] {
		if err := do(step); err != nil {
			fmt.Fprintf(os.Stderr, "hands: %s: %v\n", step, err)
			os.Exit(1)
		}
	}
}

// do makes one step of the script.
func do(step string) error {
	word, rest, _ := strings.Cut(step, ":")
	switch word {
	case "wait":
		return waitFor(rest)
	case "keys":
		chord, err := chordOf(rest)
		if err != nil {
			return err
		}
		return send(chord)
	case "type":
		return send(plain(rest))
	case "unikey":
		return send(composed(rest))
	case "pause":
		ms, err := strconv.Atoi(rest)
		time.Sleep(time.Duration(ms) * time.Millisecond)
		return err
	case "click":
		return click(rest)
	case "close":
		return closeWindow(rest)
	default:
		return fmt.Errorf("no such step")
	}
}

// event is one key that goes down or up. A rune comes without a key, as input methods
// send it.
type event struct {
	key uint16
	r   uint16
	up  bool
}

const back = 0x08

// press is a key down and up.
func press(key uint16) []event { return []event{{key: key}, {key: key, up: true}} }

// plain sends each character as it is.
func plain(text string) []event {
	var out []event
	for _, r := range text {
		out = append(out, event{r: uint16(r)}, event{r: uint16(r), up: true})
	}
	return out
}

// composed sends each character in the steps in which a Vietnamese input method builds
// it: e, then Backspace and ê, then Backspace and ế.
func composed(text string) []event {
	var out []event
	for _, r := range norm.NFC.String(text) {
		for i, stage := range stages(r) {
			if i > 0 {
				out = append(out, press(back)...)
			}
			out = append(out, plain(string(stage))...)
		}
	}
	return out
}

// stages are the letters on the way to r: without marks, with the first, with both.
func stages(r rune) []rune {
	if r == 'đ' {
		return []rune{'d', r}
	}
	if r == 'Đ' {
		return []rune{'D', r}
	}
	parts := []rune(norm.NFD.String(string(r)))
	var out []rune
	for i := range parts {
		so := []rune(norm.NFC.String(string(parts[:i+1])))
		if len(so) == 1 {
			out = append(out, so[0])
		}
	}
	return out
}

// chordOf reads "ctrl+shift+f2".
func chordOf(text string) ([]event, error) {
	var down, up []event
	for name := range strings.SplitSeq(text, "+") {
		key, err := keyOf(name)
		if err != nil {
			return nil, err
		}
		down = append(down, event{key: key})
		up = append([]event{{key: key, up: true}}, up...)
	}
	return append(down, up...), nil
}

// keyOf is Windows' number of a key.
func keyOf(name string) (uint16, error) {
	known := map[string]uint16{
		"ctrl": 0x11, "shift": 0x10, "alt": 0x12, "enter": 0x0D, "esc": 0x1B, "tab": 0x09, "space": 0x20, "back": back,
		"left": 0x25, "up": 0x26, "right": 0x27, "down": 0x28, "home": 0x24, "end": 0x23, "delete": 0x2E, "f2": 0x71,
	}
	if key, ok := known[name]; ok {
		return key, nil
	}
	if len(name) == 1 && (name[0] >= 'a' && name[0] <= 'z' || name[0] >= '0' && name[0] <= '9') {
		return uint16(strings.ToUpper(name)[0]), nil
	}
	return 0, fmt.Errorf("no key %q", name)
}
