package guard

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"strings"
)

// openZip reads the zip directory within the limits and lists the parts. The
// directory's size is looked at first, because archive/zip would read millions
// of entries before it could be asked how many there are.
func (b *Book) openZip(size int64) error {
	if err := b.checkDirectory(size); err != nil {
		return err
	}
	z, err := zip.NewReader(b.file, size)
	if err != nil {
		return b.damaged(context.Background(), "zip", err)
	}
	if len(z.File) > maxParts {
		return b.tooMuch("quá nhiều phần bên trong")
	}
	var total uint64
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if err := b.addPart(f); err != nil {
			return err
		}
		if f.UncompressedSize64 > maxTotal {
			return b.tooMuch("quá nhiều dữ liệu bên trong")
		}
		total += f.UncompressedSize64
	}
	if total > maxTotal {
		return b.tooMuch("quá nhiều dữ liệu bên trong")
	}
	return nil
}

func (b *Book) addPart(f *zip.File) error {
	name := partKey(f.Name)
	if b.parts[name] != nil {
		return refuse("Tệp “%s” có hai phần trùng tên bên trong nên không biết đọc phần nào. Hãy mở bằng Excel, lưu thành một tệp .xlsx mới rồi nhập lại.", b.Name)
	}
	if f.Flags&1 != 0 {
		return refuse("Tệp “%s” được nén kèm mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi nhập lại.", b.Name)
	}
	if f.Method != zip.Store && f.Method != zip.Deflate {
		return b.damaged(context.Background(), f.Name, zip.ErrAlgorithm)
	}
	b.parts[name] = f
	return nil
}

// partKey is how part names are compared: lower case, forward slashes.
func partKey(name string) string {
	return strings.ToLower(strings.TrimLeft(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// part finds a part by the name that a link gives it.
func (b *Book) part(name string) *zip.File { return b.parts[partKey(name)] }

// checkDirectory finds the end record of the zip file: its absence is how a file
// cut short shows itself, and it says how large the directory is.
func (b *Book) checkDirectory(size int64) error {
	tail := make([]byte, min(size, 22+65535))
	if _, err := b.file.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return cannotOpen(b.Name, err)
	}
	i := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if i < 0 || len(tail)-i < 22 {
		return refuse("Tệp “%s” bị cụt: phần cuối không còn, có lẽ việc chép hoặc tải tệp bị đứt giữa chừng. Hãy xin lại tệp rồi nhập lại.", b.Name)
	}
	end := tail[i:]
	count, dirSize := uint64(binary.LittleEndian.Uint16(end[10:])), uint64(binary.LittleEndian.Uint32(end[12:]))
	offset := uint64(binary.LittleEndian.Uint32(end[16:]))
	at := uint64(size) - uint64(len(tail)-i)
	if count == 0xFFFF || dirSize == 0xFFFFFFFF || offset == 0xFFFFFFFF {
		var err error
		if at, count, dirSize, offset, err = b.bigDirectory(at); err != nil {
			return err
		}
	}
	if count > maxParts || dirSize > maxDir {
		return b.tooMuch("quá nhiều phần bên trong")
	}
	if offset+dirSize != at {
		return b.damaged(context.Background(), "zip directory", zip.ErrFormat)
	}
	return nil
}

// bigDirectory reads the zip64 end record that stands before the ordinary one.
func (b *Book) bigDirectory(end uint64) (at, count, size, offset uint64, err error) {
	bad := b.damaged(context.Background(), "zip64 directory", zip.ErrFormat)
	locator, record := make([]byte, 20), make([]byte, 56)
	if end < 20 {
		return 0, 0, 0, 0, bad
	}
	if _, err := b.file.ReadAt(locator, int64(end-20)); err != nil || !bytes.HasPrefix(locator, []byte("PK\x06\x07")) {
		return 0, 0, 0, 0, bad
	}
	at = binary.LittleEndian.Uint64(locator[8:])
	if at > end {
		return 0, 0, 0, 0, bad
	}
	if _, err := b.file.ReadAt(record, int64(at)); err != nil || !bytes.HasPrefix(record, []byte("PK\x06\x06")) {
		return 0, 0, 0, 0, bad
	}
	le := binary.LittleEndian
	return at, le.Uint64(record[32:]), le.Uint64(record[40:]), le.Uint64(record[48:]), nil
}

// open decompresses a part. The reader gives an error, never a silent end, when
// the part is longer or shorter than announced, when its checksum is wrong or
// when the work was stopped.
func (b *Book) open(ctx context.Context, f *zip.File) (io.ReadCloser, error) {
	r, err := f.Open()
	if err != nil {
		return nil, b.damaged(ctx, f.Name, err)
	}
	return &partReader{ctx: ctx, r: r, left: int64(f.UncompressedSize64)}, nil
}

type partReader struct {
	ctx  context.Context //nolint:containedctx // Lives as long as one read of one part.
	r    io.ReadCloser
	left int64
}

func (p *partReader) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := p.r.Read(b)
	if p.left -= int64(n); p.left < 0 {
		return 0, zip.ErrFormat
	}
	return n, err
}

func (p *partReader) Close() error { return p.r.Close() }
