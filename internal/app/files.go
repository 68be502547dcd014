package app

import (
	"errors"
	"fmt"
	"io"
	"os"

	"tdkt/internal/app/view"
)

// ReadLimited reads a template or paper that is no longer than maxPaper.
func ReadLimited(path string) ([]byte, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(in, view.MaxPaper+1))
	if err := errors.Join(err, in.Close()); err != nil {
		return nil, err
	}
	if len(body) > view.MaxPaper {
		return nil, fmt.Errorf("app: %s is longer than %d bytes", path, view.MaxPaper)
	}
	return body, nil
}
