package cli

import (
	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/tdkt"
)

const sealUse = "seal on|off|password|reset"

const textSealCode = "Mã giấy của tệp: %s\nHãy chép mã này ra giấy và cất giữ: mã chỉ hiện một lần. Quên mật khẩu thì chỉ mã này mở được tệp; mất cả hai thì không ai mở được.\n"

// sealPhrase is the passphrase of the first of these files that is sealed at rest, "" where
// none is.
func (c *call) sealPhrase(paths ...string) (string, error) {
	for _, path := range paths {
		if _, _, sealed := backup.IsVault(path); !sealed {
			continue
		}
		return c.filePhrase()
	}
	return "", nil
}

// filePhrase asks once for the passphrase of the data file.
func (c *call) filePhrase() (string, error) {
	if c.phrase != nil {
		return *c.phrase, nil
	}
	phrase := ""
	if c.keyFile == "" {
		phrase = c.secret("TDKT_PASSPHRASE")
	} else {
		var err error
		if phrase, err = firstLine(c.keyFile); err != nil {
			return "", tdkt.Errorf(tdkt.Usage, "Không đọc được mật khẩu ở dòng đầu của tệp “%s”. Hãy kiểm tra tệp còn ở đó và có mật khẩu.", c.keyFile)
		}
	}
	c.phrase = &phrase
	return phrase, nil
}

// seal seals the whole file at rest, puts it in the clear, or changes its passphrase. A new
// passphrase comes from TDKT_NEW_PASSPHRASE, the code on paper from TDKT_CODE, or line by line.
func (c *call) seal() error {
	words, err := c.words(c.flags("seal"), 1)
	if err != nil {
		return err
	}
	if err := c.named(); err != nil {
		return err
	}
	o := boot.Options{Path: c.db, Home: boot.Home()}
	switch words[0] {
	case "on", "off", "password":
		if o, err = c.maySeal(o); err != nil {
			return err
		}
	}
	code := ""
	switch words[0] {
	case "on":
		code, err = boot.SealFile(c.ctx, o, c.secret("TDKT_NEW_PASSPHRASE"))
	case "off":
		if err = boot.UnsealFile(c.ctx, o); err == nil {
			c.printf("Đã bỏ khóa: tệp và các bản sao lưu bên cạnh không còn mã hóa.\n")
		}
	case "password":
		code, err = boot.Reseal(c.ctx, o, o.Seal, "", c.secret("TDKT_NEW_PASSPHRASE"))
	case "reset":
		code, err = boot.Reseal(c.ctx, o, "", c.secret("TDKT_CODE"), c.secret("TDKT_NEW_PASSPHRASE"))
	default:
		return tdkt.Errorf(tdkt.Usage, "Không có việc “seal %s”. Cách dùng: %s", words[0], sealUse)
	}
	if err == nil && code != "" {
		c.printf("Đã khóa cả tệp: %s\n", c.db)
		c.printf(textSealCode, code)
	}
	return err
}

// maySeal opens the file for whoever asks, looks whether he may, and closes it.
func (c *call) maySeal(o boot.Options) (boot.Options, error) {
	seal, err := c.sealPhrase(c.db)
	if err != nil {
		return o, err
	}
	err = c.change(func(a *app.App) error {
		o.User = a.User
		return a.MaySeal()
	})
	o.Seal = seal
	return o, err
}
