package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"runtime"

	"tdkt/cmd/dev/internal/sh"
)

// sampleYear is the year of the sample plan, whose files "run" writes.
const sampleYear = "2023"

// sampleFile is the data file that "run" opens the window on.
const sampleFile = "out/mau.sotd"

// runProgram shows the program to somebody who has just cloned it: files first, then
// the window, where there is a display.
func runProgram(ctx context.Context, t *tool, args []string) error {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	fresh := flags.Bool("fresh", false, "bỏ dữ liệu mẫu cũ, tạo lại từ đầu")
	if err := parse(flags, args); err != nil {
		return err
	}
	window, why := display(runtime.GOOS, os.Getenv)
	if window {
		if err := t.needWindow(ctx); err != nil {
			return err
		}
	}
	if err := t.writeSample(ctx, *fresh); err != nil {
		return err
	}
	if !window {
		t.Say("%s", why)
		return nil
	}
	return t.openWindow(ctx)
}

// needWindow makes sure that the window can be built here, installing what is missing
// where that is allowed.
func (t *tool) needWindow(ctx context.Context) error {
	r := remedyFor(look(ctx))
	if r.Tell != "" {
		return errors.New(missing(runtime.GOOS, r.Tell))
	}
	if r.Ready() {
		return nil
	}
	t.Say("Máy còn thiếu trình biên dịch C hoặc thư viện đồ họa. Đang cài đặt …")
	if err := t.Apply(ctx, r); err != nil {
		return fmt.Errorf("chưa cài được các gói cần thiết; hãy kiểm tra mạng rồi chạy lại lệnh này: %w", err)
	}
	if !remedyFor(look(ctx)).Ready() {
		return errors.New("đã cài các gói nhưng trình biên dịch vẫn chưa tìm thấy thư viện đồ họa; " +
			"hãy xem thông báo của apt-get ở trên")
	}
	return nil
}

// missing is the message for a person who has to install something by hand.
func missing(goos, tell string) string {
	after := "rồi chạy lại: go run ./cmd/dev run"
	if goos == "windows" {
		after = "mở một cửa sổ dòng lệnh mới, " + after
	}
	return "Để dựng cửa sổ, máy cần trình biên dịch C và thư viện đồ họa. Hãy chạy lệnh sau,\n\n    " + tell + "\n\n" + after
}

// writeSample makes the sample data file unless one is there, and writes the files that
// the province receives for the sample year.
func (t *tool) writeSample(ctx context.Context, fresh bool) error {
	t.Say("Đang dựng chương trình dòng lệnh …")
	if err := t.buildCtl(ctx); err != nil {
		return err
	}
	if err := os.MkdirAll(t.Path("out"), 0o750); err != nil {
		return fmt.Errorf("không tạo được thư mục out: %w", err)
	}
	if fresh {
		if err := t.dropSample(); err != nil {
			return err
		}
	}
	words := sampleCommand(t.exists(sampleFile))
	t.Say("Đang ghi dữ liệu mẫu và hồ sơ trình năm %s …", sampleYear)
	if err := t.Stream(ctx, sh.Command{Name: t.binary("tdktctl"), Args: words}); err != nil {
		return fmt.Errorf("chưa ghi được dữ liệu mẫu; nếu tệp mẫu cũ bị hỏng hãy chạy: go run ./cmd/dev run -fresh: %w", err)
	}
	t.Say("\nDữ liệu mẫu và hồ sơ trình nằm trong thư mục %s\n", t.Path("out"))
	return nil
}

// sampleCommand is the call of tdktctl: a file that is there is kept, with what was
// typed into it, and only its submission is written anew, as a draft:
// the sample leaves something to be put right.
func sampleCommand(there bool) []string {
	if there {
		return []string{"-db", sampleFile, "export", "submission", "-year", sampleYear, "-draft", "-out", "out"}
	}
	return []string{"-db", sampleFile, "demo", "-out", "out"}
}

// exists says whether a file of the project is there.
func (t *tool) exists(slashed string) bool {
	_, err := os.Stat(t.Path(slashed))
	return err == nil
}

// dropSample deletes the sample data file with the two files SQLite keeps beside it.
func (t *tool) dropSample() error {
	for _, end := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(t.Path(sampleFile + end)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("không xóa được dữ liệu mẫu cũ; hãy đóng chương trình đang mở tệp rồi chạy lại: %w", err)
		}
	}
	return nil
}

// openWindow builds the window, opens it on the sample and waits until it is closed.
func (t *tool) openWindow(ctx context.Context) error {
	t.Say("Đang dựng cửa sổ (lần đầu mất vài phút) …")
	if err := t.buildWindow(ctx); err != nil {
		return fmt.Errorf("chưa dựng được cửa sổ: %w", err)
	}
	t.Say("Đang mở Sổ Thi đua. Đóng cửa sổ để kết thúc.")
	return t.Stream(ctx, sh.Command{Name: t.binary("tdkt"), Args: []string{"-data", sampleFile}})
}
