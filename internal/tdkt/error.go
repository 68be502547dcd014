package tdkt

import (
	"errors"
	"fmt"
	"strings"
)

// Kind says who can put an error right; the command line's exit code follows from it.
type Kind int

const (
	// Internal is a fault of the program: shown as one sentence with a log number.
	Internal Kind = iota
	// Invalid is refused because of the data (exit 1).
	Invalid
	// Usage is a command used wrongly (exit 2).
	Usage
	// Environment is the machine: file locked, damaged, newer, disk full (exit 3).
	Environment
	// NotFound is a row asked for that is not there (exit 1).
	NotFound
)

// Error is what a user may see: one Vietnamese sentence that says what happened
// and what to do, and the rows concerned. Err, if any, is for the log only.
type Error struct {
	Kind     Kind
	Text     string
	Problems []Problem
	Err      error
}

// Error is for the log: the sentence, with the cause behind it where there is one. What a
// person reads is made by Sentence.
func (e *Error) Error() string {
	if e.Err == nil {
		return e.Text
	}
	return fmt.Sprintf("%s (%v)", e.Text, e.Err)
}

// Words of an error that no sentence was written for: nothing of it is for the screen.
const (
	textNumbered   = "Chương trình gặp lỗi khi làm việc này; dữ liệu vẫn nguyên như trước. Hãy thử lại; nếu vẫn lỗi, báo cho người quản trị số nhật ký %s."
	textUnnumbered = "Chương trình gặp lỗi khi làm việc này; dữ liệu vẫn nguyên như trước. Hãy thử lại hoặc báo cho người quản trị."
)

// Spoken is an error that is nothing but a sentence for people.
type Spoken interface {
	error
	Sentence() string
}

// Sentence is what a person may read of an error, "" of none: the text of an Error, and
// of any other one sentence with the number that log gives it. The cause never stands in
// it; log, which may be nil, gets it.
func Sentence(err error, log func(error) (number string)) string {
	if err == nil {
		return ""
	}
	number := ""
	var e *Error
	var whole Spoken
	told := errors.As(err, &e) && e.Kind != Internal || e == nil && errors.As(err, &whole)
	if log != nil && (!told || e != nil && e.Err != nil) {
		number = log(err)
	}
	switch {
	case told && e != nil:
		return e.Text
	case told:
		return whole.Sentence()
	case number == "":
		return textUnnumbered
	}
	return fmt.Sprintf(textNumbered, number)
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an Error of a kind from a Vietnamese sentence.
func Errorf(kind Kind, format string, args ...any) *Error {
	return &Error{Kind: kind, Text: fmt.Sprintf(format, args...)}
}

// KindOf is the kind of the first Error in the chain, Internal when there is none.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// Problem is one thing wrong with one place of a file, or a warning about it.
type Problem struct {
	Sheet string
	Cell  string // "B7", or "dòng 7" where no single cell is at fault
	Text  string // whole sentence: what is wrong and what to do
}

// String is the problem on one line: sheet, cell, sentence.
func (p Problem) String() string {
	where := strings.TrimSpace(p.Sheet + " " + p.Cell)
	if where == "" {
		return p.Text
	}
	return where + ": " + p.Text
}
