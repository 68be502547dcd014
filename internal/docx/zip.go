package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"
)

// A template lies far below these; what lies above is no template.
const (
	maxFile  = 20 << 20
	maxParts = 1000
	maxBytes = 60 << 20 // of all parts, unpacked
	maxText  = 8 << 20  // of one part that is filled
)

// Why a file is no template, in words for the sentence of Template.refused.
var (
	errNoZip   = errors.New("tệp không đúng dạng .docx hoặc bị hỏng")
	errNoWord  = errors.New("tệp không chứa văn bản Word")
	errTooBig  = errors.New("tệp quá lớn")
	errPath    = errors.New("tệp chứa đường dẫn lạ")
	errTwice   = errors.New("tệp chứa hai phần cùng tên")
	errXML     = errors.New("nội dung bị hỏng")
	errTooDeep = errors.New("nội dung lồng nhau quá sâu")
	errPicture = errors.New("văn bản có hình")
)

// reason is the part of an error that a person may read.
func reason(err error) string {
	for _, known := range []error{errNoZip, errNoWord, errTooBig, errPath, errTwice, errXML, errTooDeep, errPicture} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	return errXML.Error()
}

// part is one file within the package.
type part struct {
	name string
	body []byte
}

// unpack reads every part to its end, so that each checksum is compared.
func unpack(file []byte) ([]part, error) {
	if len(file) > maxFile {
		return nil, errTooBig
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoZip, err)
	}
	if len(z.File) > maxParts {
		return nil, errTooBig
	}
	var parts []part
	seen := map[string]bool{}
	left := int64(maxBytes)
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		key := strings.ToLower(f.Name)
		switch {
		case !fs.ValidPath(f.Name) || strings.ContainsAny(f.Name, `\:`):
			return nil, errPath
		case seen[key]:
			return nil, errTwice
		}
		seen[key] = true
		body, err := readPart(f, left)
		if err != nil {
			return nil, err
		}
		left -= int64(len(body))
		parts = append(parts, part{f.Name, body})
	}
	return parts, nil
}

func readPart(f *zip.File, left int64) ([]byte, error) {
	if isText(f.Name) {
		left = min(left, maxText)
	}
	in, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoZip, err)
	}
	body, err := io.ReadAll(io.LimitReader(in, left+1))
	if err := errors.Join(err, in.Close()); err != nil {
		return nil, fmt.Errorf("%w: %w", errNoZip, err)
	}
	if int64(len(body)) > left {
		return nil, errTooBig
	}
	return body, nil
}

// packed is the moment every part bears: a document says its own date, and equal
// documents are equal bytes.
func packed() time.Time { return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) }

// pack writes the parts in their order.
func pack(w io.Writer, parts []part) error {
	z := zip.NewWriter(w)
	for _, p := range parts {
		out, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: packed()})
		if err != nil {
			return fmt.Errorf("docx: write %s: %w", p.name, err)
		}
		if _, err := out.Write(p.body); err != nil {
			return fmt.Errorf("docx: write %s: %w", p.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("docx: write: %w", err)
	}
	return nil
}
