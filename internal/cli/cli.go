// Package cli is the command line tdktctl: the same jobs as the window, by the
// same code, for scripts and tests. Exit codes: 0 done; 1 refused because of the
// data; 2 wrong usage; 3 the environment.
package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/tdkt"
)

// Streams are where a command writes.
type Streams struct {
	Out, Err io.Writer
	In       io.Reader // passwords come from here; nil: none do
	// Log keeps what is not for people to read and gives it a number; nil: nothing is kept.
	Log func(error) (number string)
}

// Here are the streams of a process, with the log that the window keeps too.
func Here(in io.Reader, out, complaints io.Writer, now func() time.Time) Streams {
	return Streams{Out: out, Err: complaints, In: in, Log: func(err error) string {
		log := boot.Quiet(boot.LogFile())
		defer func() { _ = log.Close() }()
		return boot.Numbered(log, now)(err)
	}}
}

// call is one command being run.
type call struct {
	ctx  context.Context
	db   string
	json bool
	name string // of the command; "" until it is known
	args []string
	out  io.Writer
	err  io.Writer
	user string
	in   *bufio.Reader
	log  func(error) string

	keyFile string
	phrase  *string // of the data file, once it was given
}

type command struct {
	use string // one line: words and flags
	run func(*call) error
}

// commands is the contract's table; subcommands read their own first word.
func commands() map[string]command {
	return map[string]command{
		"init":       {"init -org TÊN [-superior …] [-issuer …] [-place …]", (*call).initFile},
		"demo":       {"demo [-out THƯ-MỤC]", (*call).demo},
		"import":     {"import workbook TỆP.xlsx [-dry-run] | import staff TỆP.xlsx [-sheet S] [-map CỘT=trường,…] [-new-units] [-skip-refused] [-old-font tcvn3|vni] [-dry-run] | import old TỆP|THƯ-MỤC… [-answers TRẢ-LỜI.toml] [-rest CÒN-LẠI.xlsx] [-dry-run] | import periods PHIẾU.xlsx… [-dry-run] | import report BÁO-CÁO.docx|PHIẾU.xlsx… [-dry-run] | import plan TỆP.docx -year NĂM [-dry-run]", (*call).importFile},
		"periods":    {"periods -year NĂM [-on NGÀY] [-subject MÃ,MÃ] | periods -year NĂM -period T3 -out THƯ-MỤC | periods -year NĂM -decide [-number SỐ] [-subject MÃ,MÃ]", (*call).periods},
		"check":      {"check -year NĂM [-subject MÃ] [-title MÃ] [-on NGÀY]", (*call).check},
		"quota":      {"quota -year NĂM", (*call).quota},
		"forecast":   {"forecast -year NĂM [-subject MÃ]", (*call).forecast},
		"exception":  {"exception list|add|remove -year NĂM [-subject MÃ -title MÃ -need TIÊU-CHÍ -by NGƯỜI -document SỐ -date NGÀY -reason LÝ-DO]", (*call).exception},
		"round":      {"round list|add -year NĂM [-kind LOẠI -name TÊN -date NGÀY -movement PHONG-TRÀO]", (*call).round},
		"nominate":   {"nominate -year NĂM [-round ĐỢT] -title MÃ -subject MÃ,MÃ [-leave-out | -ground-by NGƯỜI -ground-document SỐ -ground-date NGÀY -ground-reason LÝ-DO]", (*call).nominate},
		"vote":       {"vote -year NĂM [-round ĐỢT] -meeting NGÀY | -unanimous | -title MÃ -subject MÃ -for SỐ [-against SỐ] [-invalid SỐ]", (*call).vote},
		"publish":    {"publish -year NĂM [-round ĐỢT]", (*call).publish},
		"reopen":     {"reopen -year NĂM [-round ĐỢT] [-subject MÃ,MÃ] -reason LÝ-DO", (*call).reopen},
		"standing":   {"standing -year NĂM [-round ĐỢT]", (*call).standing},
		"council":    {"council -year NĂM [-round ĐỢT]", (*call).council},
		"decide":     {"decide -year NĂM [-round ĐỢT] -number SỐ -date NGÀY [-level CẤP] [-signer NGƯỜI-KÝ] [-manner LOẠI-HÌNH] [-title MÃ] [-subject MÃ,MÃ] [-leave-out | -ground-by … như nominate]", (*call).decide},
		"revoke":     {"revoke -subject MÃ -title MÃ -year NĂM -number SỐ -date NGÀY [-ground THỨ-TỰ] [-signer NGƯỜI-KÝ] [-note KẾT-LUẬN]", (*call).revoke},
		"export":     {exportUse, (*call).export},
		"backup":     {"backup [TỆP [-passphrase-file TỆP]] [-second THƯ-MỤC]", (*call).backup},
		"restore":    {"restore TỆP [-passphrase-file TỆP] [-dry-run]", (*call).restore},
		"package":    {"package -out TỆP.sotd-goi [-passphrase-file TỆP]", (*call).makePackage},
		"opinions":   {"opinions TỆP.sotd-goi [-passphrase-file TỆP] [-dry-run]", (*call).opinions},
		"verify":     {"verify [TỆP] [-head MÃ-NHẬT-KÝ]", (*call).verify},
		"merge":      {"merge TỆP [-passphrase-file TỆP] [-dry-run]", (*call).merge},
		"undo":       {"undo [-seq SỐ] [-first]", (*call).undo},
		"account":    {accountUse, (*call).account},
		"seal":       {sealUse, (*call).seal},
		"lock":       {"lock -year NĂM [-reason LÝ-DO]", (*call).lockYear},
		"unlock":     {"unlock -year NĂM -reason LÝ-DO", (*call).unlockYear},
		"history":    {"history [-n SỐ] [-verify]", (*call).history},
		"diagnose":   {"diagnose TỆP.zip", (*call).diagnose},
		"regulation": {regulationUse, (*call).regulation},
		"layout":     {layoutUse, (*call).layout},
		"official":   {officialUse, (*call).official},
		"khoi":       {blocUse, (*call).bloc},
		"law":        {"law show [-regime MÃ] [-year NĂM] [-title MÃ] | law check", (*call).law},
	}
}

// order is how the usage text lists the commands.
func order() []string {
	return []string{"init", "demo", "import", "periods", "check", "quota", "forecast", "exception", "round", "nominate", "vote", "publish", "reopen", "standing", "council", "decide", "revoke", "export", "backup", "restore", "package", "opinions", "verify", "merge", "undo", "history", "account", "seal", "lock", "unlock", "diagnose", "regulation", "official", "layout", "khoi", "law"}
}

// Run runs one command line and returns the exit code.
func Run(ctx context.Context, args []string, s Streams) int {
	c := &call{ctx: ctx, out: s.Out, err: s.Err, log: s.Log}
	if s.In != nil {
		c.in = bufio.NewReader(s.In)
	}
	err := c.dispatch(args)
	if err == nil {
		return 0
	}
	if errors.Is(err, backup.ErrLocked) {
		err = tdkt.Errorf(tdkt.Usage, "%s Với lệnh này: cho mật khẩu ở biến TDKT_PASSPHRASE, ở tệp nêu bằng -key-file, hoặc ở dòng đầu của đầu vào.", tdkt.Sentence(err, nil))
	}
	c.report(err)
	switch tdkt.KindOf(err) {
	case tdkt.Usage:
		return 2
	case tdkt.Invalid, tdkt.NotFound:
		return 1
	default:
		return 3
	}
}

// globals are the flags that may stand before or after the command's word.
func (c *call) globals(fs *flag.FlagSet) {
	fs.StringVar(&c.db, "db", c.db, "tệp dữ liệu")
	fs.StringVar(&c.user, "user", c.user, "tên đăng nhập, với tệp có tài khoản; mật khẩu ở biến TDKT_PASSWORD hoặc dòng đầu của đầu vào")
	fs.StringVar(&c.keyFile, "key-file", c.keyFile, "tệp có mật khẩu của tệp dữ liệu ở dòng đầu, với tệp khóa cả tệp; không có thì ở biến TDKT_PASSPHRASE hoặc dòng đầu của đầu vào")
	fs.BoolVar(&c.json, "json", c.json, "in JSON, mỗi dòng một đối tượng")
}

func (c *call) dispatch(args []string) error {
	fs := c.flags("tdktctl")
	if err := fs.Parse(args); err != nil {
		return c.misuse(err)
	}
	if fs.NArg() == 0 {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu lệnh. Gõ “tdktctl -h” để xem mọi lệnh.")
	}
	name := fs.Arg(0)
	cmd, ok := commands()[name]
	if !ok {
		return tdkt.Errorf(tdkt.Usage, "Không có lệnh “%s”%s. Gõ “tdktctl -h” để xem mọi lệnh.", name, meant(name))
	}
	c.name, c.args = name, fs.Args()[1:]
	return cmd.run(c)
}

// flags makes a quiet flag set that knows the global flags.
func (c *call) flags(name string) *flag.FlagSet {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	c.globals(fs)
	return fs
}

// words parses flags and plain words in any order and wants exactly n words.
func (c *call) words(fs *flag.FlagSet, n int) ([]string, error) {
	words, err := c.someWords(fs, n)
	if err == nil && len(words) != n {
		err = c.misuse(errors.New("số tham số chưa đúng"))
	}
	return words, err
}

// someWords is words where there may be fewer than n.
func (c *call) someWords(fs *flag.FlagSet, n int) ([]string, error) {
	var words []string
	rest := c.args
	for {
		if err := fs.Parse(rest); err != nil {
			return nil, c.misuse(err)
		}
		if fs.NArg() == 0 {
			break
		}
		words = append(words, fs.Arg(0))
		rest = fs.Args()[1:]
	}
	if len(words) > n {
		return nil, c.misuse(errors.New("số tham số chưa đúng"))
	}
	return words, nil
}

// yearFlag is the flag -year: a plain number, never octal. It stays 0 when not given.
func yearFlag(fs *flag.FlagSet) *int {
	year := new(int)
	fs.Func("year", "năm", func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > 9999 {
			return errors.New("năm phải là một số, ví dụ 2023")
		}
		*year = n
		return nil
	})
	return year
}

// open opens the data file for a command that needs one.
func (c *call) open(o boot.Options) (*app.App, func() error, error) {
	if err := c.named(); err != nil {
		return nil, nil, err
	}
	o.Path, o.Home = c.db, boot.Home()
	var err error
	if o.Seal, err = c.sealPhrase(c.db); err != nil {
		return nil, nil, err
	}
	if c.user != "" && o.Password == "" {
		o.Login, o.Password = c.user, c.secret("TDKT_PASSWORD")
	}
	a, closeFile, err := boot.Open(c.ctx, o)
	if err == nil {
		if alarm := boot.Alarm(a); alarm != "" {
			c.errorf("CẢNH BÁO: %s\n", alarm)
		}
	}
	if errors.Is(err, app.ErrLogIn) {
		err = tdkt.Errorf(tdkt.Usage, "Tệp này có tài khoản: hãy thêm -user TÊN-ĐĂNG-NHẬP, và cho mật khẩu ở biến TDKT_PASSWORD hoặc dòng đầu của đầu vào.")
	}
	return a, closeFile, err
}

// named refuses a command line without a data file.
func (c *call) named() error {
	if c.db == "" {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu tệp dữ liệu. Hãy thêm -db TỆP vào trước lệnh.")
	}
	return nil
}

// with runs do on the data file opened for reading, whoever else writes to it.
func (c *call) with(do func(*app.App) error) error { return c.on(boot.Options{Read: true}, do) }

// change runs do as the only one who writes to the data file.
func (c *call) change(do func(*app.App) error) error { return c.on(boot.Options{}, do) }

// on opens the data file, runs do and closes it.
func (c *call) on(o boot.Options, do func(*app.App) error) (err error) {
	a, closeFile, err := c.open(o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeFile()) }()
	return do(a)
}

// report prints the sentence and every bad place.
func (c *call) report(err error) {
	c.errorf("%s\n", tdkt.Sentence(err, c.log))
	var e *tdkt.Error
	if errors.As(err, &e) {
		c.problems(e.Problems)
	}
}

func (c *call) problems(list []tdkt.Problem) {
	for _, p := range list {
		if !c.json {
			c.errorf("  %s\n", p)
			continue
		}
		c.line(map[string]string{"sheet": p.Sheet, "cell": p.Cell, "reason": p.Text})
	}
}

// line prints one JSON object, Vietnamese and < > as they are.
func (c *call) line(v any) {
	enc := json.NewEncoder(c.out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		c.errorf("%v\n", err)
	}
}

func (c *call) printf(format string, args ...any) { _, _ = fmt.Fprintf(c.out, format, args...) }
func (c *call) errorf(format string, args ...any) { _, _ = fmt.Fprintf(c.err, format, args...) }
