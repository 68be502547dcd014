package boot

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tdkt/internal/anchor"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// Home is the folder in which this PC keeps its key and what it knows of files; "" where
// there is none.
func Home() anchor.Home {
	config, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return anchor.Home(filepath.Join(config, "SoThiDua"))
}

// key is what entries are signed with; nil where nothing is kept of files.
func (o Options) key() (store.Key, error) {
	if o.Home == "" {
		return nil, nil
	}
	key, err := o.Home.Key()
	if err != nil {
		return nil, err
	}
	return key, nil
}

// suspect reads a file whole before it is used, unless this PC itself left it so. What
// was changed outside the program is an alarm and the file opens: the work in it is the
// office's. A file that this PC does not know and that is not whole is refused.
func (o Options) suspect(ctx context.Context) (alarm string, err error) {
	info, err := os.Stat(o.Path)
	if o.Home == "" || err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return "", nil //nolint:nilerr // the store says it better
	}
	seen, known := o.Home.Recall(o.Path)
	if known && seen.Same(info) || o.Read && busy(o.Path) {
		return "", nil
	}
	report, err := store.Verify(ctx, o.Path)
	if err != nil {
		if !store.IsMeddled(err) || !known {
			return "", unknownFile(err)
		}
		return tdkt.Sentence(err, nil), nil
	}
	if known {
		return forgotten(report.Chain, seen, o.Path), nil
	}
	return "", nil
}

// busy says whether another program writes to the file just now.
func busy(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

// unknownFile adds what may have happened to a file that came from elsewhere.
func unknownFile(err error) error {
	var told *tdkt.Error
	if !errors.As(err, &told) || !store.IsMeddled(err) {
		return err
	}
	return &tdkt.Error{Kind: told.Kind, Err: told, Problems: told.Problems, Text: told.Text +
		" Nếu tệp vừa được chép từ nơi khác khi sổ ở đó đang mở thì bản chép này dở dang, không trọn vẹn: hãy chép lại khi sổ đã đóng."}
}

// forgotten says whether a file of this history lacks what this PC itself wrote into it, ""
// where it has all. A restore by the program is no lack: it is remembered as one.
func forgotten(chain []string, seen anchor.Seen, path string) string {
	for _, h := range seen.Heads {
		at := h.At.Format("15:04 ngày 02/01/2006")
		switch {
		case h.Seq > int64(len(chain)):
			return fmt.Sprintf("Tệp “%s” dừng ở mục số %d của nhật ký, trong khi chính máy này đã ghi đến mục số %d (%s): tệp đã bị thay bằng một bản cũ hơn. Hãy giữ lại tệp này và đối chiếu với các bản trong thư mục “Sao lưu”.",
				filepath.Base(path), len(chain), h.Seq, at)
		case chain[h.Seq-1] != h.Hash:
			return fmt.Sprintf("Tệp “%s” không còn mục số %d của nhật ký như chính máy này đã ghi (%s): tệp đã bị thay bằng bản khác, hoặc cả nhật ký đã bị viết lại. Hãy giữ lại tệp này và đối chiếu với các bản trong thư mục “Sao lưu”.",
				filepath.Base(path), h.Seq, at)
		}
	}
	return ""
}

// remember keeps how the file was left; head is its end, proof what was proven of it.
func (o Options) remember(path string, head tdkt.Head, proof *tdkt.Proof) error {
	if o.Home == "" || head.Seq == 0 {
		return nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil //nolint:nilerr // nothing there to remember
	}
	seen, _ := o.Home.Recall(path)
	seen.Saw(head, o.clock()())
	if proof != nil {
		seen.Proven = *proof
	}
	seen.At(info)
	return o.Home.Remember(path, seen)
}
