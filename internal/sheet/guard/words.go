package guard

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

func refuse(format string, args ...any) *Refusal {
	return &Refusal{Text: fmt.Sprintf(format, args...)}
}

// cannotOpen is the sentence for a file the machine does not give us.
func cannotOpen(name string, err error) *Refusal {
	r := &Refusal{Environment: true, Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.Text = fmt.Sprintf("Không thấy tệp “%s”. Có lẽ tệp đã bị đổi tên, chuyển chỗ hoặc xóa. Hãy chọn lại tệp.", name)
	case errors.Is(err, fs.ErrPermission):
		r.Text = fmt.Sprintf("Không được phép đọc tệp “%s”. Hãy chép tệp vào thư mục Tài liệu (Documents) rồi chọn lại.", name)
	case errors.Is(err, os.ErrDeadlineExceeded):
		r.Text = fmt.Sprintf("Đọc tệp “%s” quá lâu. Hãy chép tệp vào máy này rồi chọn lại.", name)
	default:
		r.Text = fmt.Sprintf("Không đọc được tệp “%s”. Nếu tệp đang mở trong Excel hãy đóng lại; nếu tệp ở ổ mạng hay USB hãy chép vào máy rồi thử lại.", name)
	}
	return r
}

// damaged is the sentence for a part that could not be read to its end. A stop
// asked for by the person is handed back as it is.
func (b *Book) damaged(ctx context.Context, part string, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("guard: read %s: %w", part, ctx.Err())
	}
	var r *Refusal
	if errors.As(err, &r) {
		return r
	}
	return &Refusal{
		Text: fmt.Sprintf("Tệp “%s” bị hỏng nên không đọc dòng nào, để khỏi nhập thiếu. "+
			"Hãy mở bằng Excel, lưu thành một tệp .xlsx mới rồi nhập lại; nếu Excel cũng báo lỗi, hãy xin lại tệp.", b.Name),
		Err: fmt.Errorf("part %s: %w", part, err),
	}
}

// tooMuch is the sentence for a file beyond the limits.
func (b *Book) tooMuch(what string) *Refusal {
	return refuse("Tệp “%s” có %s, nhiều hơn mức chương trình nhận. "+
		"Hãy chép riêng danh sách cần nhập sang một tệp Excel mới (chỉ dán giá trị) rồi nhập lại.", b.Name, what)
}
