package cli

import (
	"os"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/tdkt"
)

const accountUse = "account list | account begin|add -login TÊN -name HỌ-TÊN [-role VAI-TRÒ] | account remove -login TÊN | account password | account reset -login TÊN | account end"

// secret is a password, of the environment or the next line that comes in.
func (c *call) secret(name string) string {
	if text, ok := os.LookupEnv(name); ok {
		return text
	}
	if c.in == nil {
		return ""
	}
	line, _ := c.in.ReadString('\n')
	return strings.TrimRight(line, "\r\n")
}

// account lists the accounts of the file, or changes them. New passwords come from
// TDKT_NEW_PASSWORD, the code on paper from TDKT_CODE, or line by line.
func (c *call) account() error {
	fs := c.flags("account")
	x := tdkt.Account{Role: tdkt.AccessWriter}
	fs.StringVar(&x.Login, "login", "", "tên đăng nhập")
	fs.StringVar(&x.Name, "name", "", "họ tên")
	fs.Func("role", "vai trò", func(s string) error {
		x.Role = tdkt.Access(s)
		return nil
	})
	words, err := c.words(fs, 1)
	if err != nil {
		return err
	}
	switch words[0] {
	case "list":
		return c.with(func(a *app.App) error {
			c.accountLines(a.View().Logins())
			return nil
		})
	case "begin":
		return c.change(func(a *app.App) error {
			code, err := a.BeginAccounts(c.ctx, x.Login, x.Name, c.secret("TDKT_NEW_PASSWORD"))
			if err == nil {
				c.printf(textCode, code)
			}
			return err
		})
	case "add":
		return c.change(func(a *app.App) error { return a.SaveAccount(c.ctx, x, c.secret("TDKT_NEW_PASSWORD")) })
	case "remove":
		return c.change(func(a *app.App) error {
			for _, o := range a.View().Logins() {
				if o.Login == x.Login {
					return a.RemoveAccount(c.ctx, o)
				}
			}
			return tdkt.Errorf(tdkt.NotFound, "Không có tài khoản “%s” trong tệp.", x.Login)
		})
	case "password":
		old := c.secret("TDKT_PASSWORD")
		return c.on(boot.Options{Login: c.user, Password: old}, func(a *app.App) error {
			return a.ChangePassword(c.ctx, old, c.secret("TDKT_NEW_PASSWORD"))
		})
	case "reset":
		code := ""
		o := boot.Options{Login: x.Login, Code: c.secret("TDKT_CODE"), Password: c.secret("TDKT_NEW_PASSWORD"), NewCode: &code}
		return c.on(o, func(*app.App) error {
			c.printf(textCode, code)
			return nil
		})
	case "end":
		return c.change(func(a *app.App) error { return a.EndAccounts(c.ctx) })
	}
	return tdkt.Errorf(tdkt.Usage, "Không có việc “account %s”. Cách dùng: %s", words[0], accountUse)
}

const textCode = "Mã giấy: %s\nHãy chép mã này ra giấy và cất giữ: mã chỉ hiện một lần, dùng để đặt lại mật khẩu khi quên.\n"

func (c *call) accountLines(list []tdkt.Account) {
	if len(list) == 0 {
		c.printf("Tệp không có tài khoản: ai có tệp đều mở được.\n")
	}
	for _, x := range list {
		if c.json {
			c.line(map[string]string{"login": x.Login, "name": x.Name, "role": string(x.Role)})
			continue
		}
		c.printf("%s\t%s\t%s\n", x.Login, x.Name, x.Role)
	}
}
