package merge

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"

	"tdkt/internal/tdkt"
)

// past is what a merge keeps in its file of the other one: its nodes that were not known
// here, so that any file can tell later what each change knew of.
type past struct {
	Nodes []*node `json:"nodes"`
	standing
}

// maxPast is more than the history of an office takes in many years.
const maxPast = 256 << 20

// text is a past as the file keeps it.
func (p *past) text() (string, error) {
	raw, err := json.Marshal(p)
	if err != nil {
		return "", err
	}
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.DefaultCompression)
	if err != nil {
		return "", err
	}
	if _, err := w.Write(raw); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(packed.Bytes()), nil
}

// readPast is the past of a merge.
func readPast(text string) (*past, error) {
	packed, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, fmt.Errorf("past of a merge: %w", err)
	}
	raw, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), maxPast+1))
	if err != nil {
		return nil, fmt.Errorf("past of a merge: %w", err)
	}
	if len(raw) > maxPast {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp có một lần nhập từ máy khác lớn quá mức đọc được.")
	}
	p := &past{}
	return p, decode(raw, p)
}
