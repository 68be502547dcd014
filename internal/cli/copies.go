package cli

import (
	"errors"
	"flag"
	"os"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
)

// backup copies to the file named, or into the folder of copies where none is. With
// -second it first chooses the folder that copies go to as well.
func (c *call) backup() error {
	fs := c.flags("backup")
	second := fs.String("second", "", "nơi sao lưu thứ hai")
	pass := passphraseFlag(fs)
	words, err := c.someWords(fs, 1)
	if err != nil {
		return err
	}
	return c.with(func(a *app.App) error {
		if *second != "" {
			if err := backup.SetSecond(a.Store.Path(), *second); err != nil {
				return err
			}
		}
		to, err := strings.Join(words, ""), error(nil)
		switch {
		case to == "":
			to, err = boot.Keep(c.ctx, a)
		case *pass != "":
			err = boot.Seal(c.ctx, a, to, *pass)
		default:
			err = a.Store.Backup(c.ctx, to)
		}
		if to != "" && (err == nil || len(words) == 0) { // the first copy is there though the second failed
			c.printf("Đã sao lưu và kiểm tra: %s\n", to)
		}
		if err != nil {
			return err
		}
		if to == "" {
			c.printf("Tệp chưa thay đổi kể từ bản sao lưu gần nhất: không cần bản mới.\n")
		}
		c.printf("%s\n", boot.Notice(c.ctx, a))
		head, err := a.Head(c.ctx)
		if err == nil {
			c.printf("Mã nhật ký: %s\n", head.Words())
		}
		return err
	})
}

func (c *call) restore() error {
	fs := c.flags("restore")
	dry := fs.Bool("dry-run", false, "chỉ xem sẽ đổi gì")
	pass := passphraseFlag(fs)
	words, err := c.words(fs, 1)
	if err != nil {
		return err
	}
	if err := c.named(); err != nil {
		return err
	}
	seal, err := c.sealPhrase(c.db, words[0])
	if err != nil {
		return err
	}
	o := boot.Options{Path: c.db, Passphrase: *pass, Seal: seal, Home: boot.Home()}
	if *dry {
		return c.compare(o, words[0])
	}
	kept, err := boot.Restore(c.ctx, o, words[0])
	if err != nil {
		return err
	}
	c.printf("Đã khôi phục %s từ %s\n", c.db, words[0])
	if kept != "" {
		c.printf("Tệp trước khi khôi phục được giữ tại: %s\n", kept)
	}
	return nil
}

// compare prints what a restore would change.
func (c *call) compare(o boot.Options, from string) error {
	lines, err := boot.Compare(c.ctx, o, from)
	for _, l := range lines {
		c.printf("  %s\n", l)
	}
	if err == nil {
		c.printf("Xem trước, chưa ghi gì.\n")
	}
	return err
}

// makePackage writes the package for the director.
func (c *call) makePackage() error {
	fs := c.flags("package")
	out := fs.String("out", "", "tệp gói")
	pass := passphraseFlag(fs)
	if _, err := c.words(fs, 0); err != nil {
		return err
	}
	return c.with(func(a *app.App) error {
		if err := boot.Package(c.ctx, a, *out, *pass); err != nil {
			return err
		}
		c.printf("Đã ghi và kiểm tra gói cho lãnh đạo, không có số CCCD: %s\n", *out)
		return nil
	})
}

// passphraseFlag is the flag that names a file with a passphrase on its first line: on
// the command line itself others could read it.
func passphraseFlag(fs *flag.FlagSet) *string {
	pass := new(string)
	fs.Func("passphrase-file", "tệp có mật khẩu ở dòng đầu", func(path string) (err error) {
		*pass, err = firstLine(path)
		return err
	})
	return pass
}

// firstLine is the passphrase in a file.
func firstLine(path string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", errors.New("không đọc được tệp mật khẩu")
	}
	first, _, _ := strings.Cut(string(text), "\n")
	if first = strings.TrimSuffix(first, "\r"); first == "" {
		return "", errors.New("tệp mật khẩu rỗng")
	}
	return first, nil
}
