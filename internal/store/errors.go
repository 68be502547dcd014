package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

	sqlite3 "modernc.org/sqlite/lib"

	"tdkt/internal/tdkt"
)

// coded is an error of the driver: SQLite's extended result code.
type coded interface {
	error
	Code() int
}

// codeOf is SQLite's code behind an error, 0 when there is none.
func codeOf(err error) int {
	var c coded
	if errors.As(err, &c) {
		return c.Code()
	}
	return 0
}

// cannotWriteBeside says whether a file in write-ahead mode could not be read
// because nothing can be written next to it.
func cannotWriteBeside(err error) bool {
	code := codeOf(err) & 0xff
	return code == sqlite3.SQLITE_CANTOPEN || code == sqlite3.SQLITE_READONLY
}

// explain turns what SQLite and the operating system say into a sentence for the
// person at the screen. Errors that have one already, and faults of the program,
// are passed on.
func explain(path, doing string, err error) error {
	var told *tdkt.Error
	if err == nil || errors.As(err, &told) {
		return err
	}
	if text := environment(err); text != "" && !errors.Is(err, context.Canceled) {
		return &tdkt.Error{Kind: tdkt.Environment, Text: fmt.Sprintf(text, filepath.Base(path)), Err: err}
	}
	return fmt.Errorf("store: %s: %w", doing, err)
}

// environment is the sentence for a fault of the machine or the file, "" for others.
func environment(err error) string {
	switch codeOf(err) & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL:
		return "Tệp “%s” đang được chương trình khác ghi; hãy đóng chương trình đó rồi thử lại."
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		return sayReadOnly
	case sqlite3.SQLITE_CANTOPEN:
		return "Không mở được tệp “%s” hoặc thư mục chứa tệp; hãy kiểm tra quyền đọc, ghi của thư mục hoặc chọn nơi khác."
	case sqlite3.SQLITE_IOERR:
		return "Không đọc hoặc ghi được tệp “%s” trên ổ đĩa; hãy kiểm tra ổ đĩa, thẻ nhớ hoặc mạng rồi thử lại."
	case sqlite3.SQLITE_FULL:
		return sayFull
	case sqlite3.SQLITE_TOOBIG:
		return sayTooLong
	case sqlite3.SQLITE_CORRUPT:
		return sayDamaged
	case sqlite3.SQLITE_NOTADB:
		return sayForeign
	case sqlite3.SQLITE_ERROR:
		// The tests try every statement of ours. Where one makes no sense to SQLite
		// after that, it is the file's schema that was hurt.
		return sayDamaged
	}
	switch {
	case errors.Is(err, errShort):
		return sayForeign
	case errors.Is(err, errOddRow):
		return sayDamaged
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return sayReadOnly
	case errors.Is(err, syscall.ENOSPC):
		return sayFull
	}
	return ""
}

// Sentences used in several places; each takes the name of the file.
const (
	sayMissing   = "Không có tệp dữ liệu “%s”; hãy chọn tệp khác hoặc tạo tệp mới."
	sayFolder    = "“%s” là một thư mục, không phải tệp dữ liệu; hãy chọn đúng tệp."
	sayNoPlace   = "Không có thư mục để tạo tệp “%s”; hãy tạo thư mục trước hoặc chọn nơi khác."
	sayEmpty     = "Tệp “%s” rỗng, chưa có dữ liệu; hãy chọn tệp khác hoặc tạo tệp mới."
	sayForeign   = "Tệp “%s” không phải là tệp dữ liệu của Sổ Thi đua; hãy chọn tệp khác."
	sayNewer     = "Tệp “%s” do phiên bản mới hơn của Sổ Thi đua ghi; hãy cập nhật chương trình rồi mở lại."
	sayTooLong   = "Tệp “%s” có một ô dữ liệu dài quá mức Sổ Thi đua ghi ra: tệp đã bị sửa ngoài chương trình. Không đọc tệp này; hãy giữ lại tệp và khôi phục từ bản sao lưu gần nhất."
	sayTooLarge  = "Tệp “%s” quá lớn so với một tệp dữ liệu của Sổ Thi đua nên không đọc; hãy kiểm tra có chọn đúng tệp không."
	sayEdited    = "Tệp “%s” được tạo bởi một bản Sổ Thi đua đã bị sửa; hãy cài lại chương trình từ nguồn chính thức rồi mở lại."
	sayMeddled   = "Dữ liệu %s trong tệp không khớp với nhật ký%s: có người đã sửa tệp ngoài chương trình; hãy giữ lại tệp này và đối chiếu với bản sao lưu gần nhất."
	sayDamagedAt = "Tệp “%s” bị hỏng ở %s; hãy khôi phục từ bản sao lưu gần nhất."
	sayHalf      = "Tệp “%s” là bản chép dở dang, không trọn vẹn: tệp được chép trong khi chương trình đang ghi, hoặc bị hỏng sau đó. Hãy chép lại từ máy kia khi sổ đã đóng, hoặc khôi phục từ bản sao lưu gần nhất."
	sayDamaged   = "Tệp “%s” bị hỏng; hãy khôi phục từ bản sao lưu gần nhất."
	sayReadOnly  = "Không ghi được vào tệp “%s” hoặc thư mục chứa tệp; hãy kiểm tra quyền ghi hoặc chép tệp sang thư mục khác."
	sayFull      = "Ổ đĩa chứa tệp “%s” đã đầy nên chưa lưu được; hãy xóa bớt tệp không cần rồi thử lại. Dữ liệu đã lưu trước đó vẫn nguyên vẹn."
	sayTaken     = "Tệp “%s” đã bị xóa, đổi tên hoặc thay bằng tệp khác khi đang mở nên chưa ghi gì. Hãy đưa tệp về chỗ cũ, hoặc đóng chương trình và khôi phục từ bản sao lưu."
	sayReading   = "Tệp “%s” đang mở chỉ để đọc; hãy mở tệp để ghi rồi làm lại."
)

// complaint is a sentence about the file.
func complaint(path, text string) *tdkt.Error {
	return tdkt.Errorf(tdkt.Environment, text, filepath.Base(path))
}

// IsDamage says whether an error is about a file that was damaged or changed outside the
// program: a copy of it is what helps.
func IsDamage(err error) bool {
	var told *tdkt.Error
	return errors.As(err, &told) && strings.Contains(told.Text, "bản sao lưu gần nhất")
}

// IsMeddled says whether an error is about rows or a history that were changed outside
// the program, in a file that is sound otherwise.
func IsMeddled(err error) bool {
	var told *tdkt.Error
	return errors.As(err, &told) && strings.Contains(told.Text, "sửa tệp ngoài chương trình")
}

// label is what people call the rows of a table.
func label(table string) string { return tdkt.Noun(table).Words() }
