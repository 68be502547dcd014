package guard

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf16"
	"unicode/utf8"
)

// sniff looks at the first bytes and refuses what is no zip file, telling the
// person what the file is and what to do with it. It returns the file's size.
func sniff(f *os.File, name string) (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, cannotOpen(name, err)
	}
	if info.IsDir() {
		return 0, refuse("“%s” là một thư mục, không phải tệp Excel. Hãy chọn tệp .xlsx.", name)
	}
	size := info.Size()
	if size == 0 {
		return 0, refuse("Tệp “%s” trống (0 byte): có lẽ việc chép hoặc tải tệp bị đứt giữa chừng. Hãy xin lại tệp rồi nhập lại.", name)
	}
	if size >= maxFile {
		return 0, refuse("Tệp “%s” quá lớn (%d MB). Chương trình nhận tệp dưới %d MB. Hãy chép riêng danh sách cần nhập sang một tệp mới rồi nhập lại.",
			name, size/1_000_000, maxFile/1_000_000)
	}
	head := make([]byte, 4096)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, cannotOpen(name, err)
	}
	if text := whatElse(head[:n], f, size); text != "" {
		return 0, &Refusal{Text: fmt.Sprintf(text, name)}
	}
	return size, nil
}

// whatElse names what the file is when it is no zip: a sentence with %s for the
// file's name, "" for a zip file.
func whatElse(head []byte, f io.ReaderAt, size int64) string {
	const saveAs = " Hãy mở bằng Excel, chọn Tệp (File), rồi Lưu thành (Save As), chọn kiểu “Excel Workbook (*.xlsx)” rồi nhập tệp mới."
	text := bytes.ToLower(plainText(head))
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return ""
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		if isEncrypted(f, size) {
			return "Tệp “%s” được đặt mật khẩu nên không đọc được. Hãy mở bằng Excel, vào Tệp (File), Thông tin (Info) rồi bỏ mật khẩu, lưu lại rồi nhập lại."
		}
		return "Tệp “%s” có định dạng Excel cũ (.xls)." + saveAs
	case bytes.Contains(text, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
		return "Tệp “%s” có định dạng XML của Excel 2003, không phải .xlsx." + saveAs
	case bytes.Contains(text, []byte("<html")), bytes.Contains(text, []byte("<table")), bytes.HasPrefix(text, []byte("<!doctype html")):
		return "Tệp “%s” thật ra là một trang web (HTML) mang tên tệp Excel; các phần mềm trên mạng hay xuất ra tệp như vậy." + saveAs
	case bytes.HasPrefix(head, []byte("%PDF")):
		return "Tệp “%s” là tệp PDF, không phải tệp Excel. Hãy xin tệp Excel gốc (.xlsx) rồi nhập lại."
	case bytes.HasPrefix(text, []byte("{\\rtf")):
		return "Tệp “%s” là tệp văn bản RTF, không phải tệp Excel. Hãy chép bảng sang Excel, lưu thành .xlsx rồi nhập lại."
	case isText(text):
		return "Tệp “%s” là tệp văn bản thường (chữ hoặc CSV), không phải tệp Excel." + saveAs
	}
	return "Tệp “%s” không phải tệp Excel .xlsx, hoặc đã hỏng từ những byte đầu." + saveAs
}

// isEncrypted looks for the stream name that encrypted workbooks hold in their
// directory, written in UTF-16.
func isEncrypted(f io.ReaderAt, size int64) bool {
	var want []byte
	for _, u := range utf16.Encode([]rune("EncryptedPackage")) {
		want = append(want, byte(u), byte(u>>8))
	}
	const step = 1 << 20
	buf := make([]byte, step+len(want))
	for at := int64(0); at < size; at += step {
		n, err := f.ReadAt(buf, at)
		if bytes.Contains(buf[:n], want) {
			return true
		}
		if err != nil {
			return false
		}
	}
	return false
}

// plainText is the head as UTF-8 without byte order mark and leading space.
func plainText(head []byte) []byte {
	switch {
	case bytes.HasPrefix(head, []byte("\xFF\xFE")):
		head = fromUTF16(head[2:], 0, 1)
	case bytes.HasPrefix(head, []byte("\xFE\xFF")):
		head = fromUTF16(head[2:], 1, 0)
	}
	return bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")))
}

func fromUTF16(b []byte, low, high int) []byte {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i+low])|uint16(b[i+high])<<8)
	}
	return []byte(string(utf16.Decode(units)))
}

// isText says whether the bytes look like letters: no control characters but
// tabs and line ends. A rune cut at the end of the sample does not count.
func isText(b []byte) bool {
	for i := 0; i < len(b); {
		if b[i] < ' ' && b[i] != '\t' && b[i] != '\n' && b[i] != '\r' {
			return false
		}
		_, n := utf8.DecodeRune(b[i:])
		i += n
	}
	return true
}
