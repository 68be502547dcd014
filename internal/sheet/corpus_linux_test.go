package sheet_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"tdkt/internal/sheet"
	"tdkt/internal/tdkt"
)

// corpusEnv makes the test program a reader of the one file it names, so that what a
// file costs can be measured apart from the others.
const corpusEnv = "TDKT_SHEET_CORPUS"

func TestMain(m *testing.M) {
	flag.Parse()
	if path := os.Getenv(corpusEnv); path != "" {
		os.Exit(readOnce(path))
	}
	os.Exit(m.Run())
}

// What reading any file may cost, whichever it is.
const (
	mostTime   = 10 * time.Second
	mostMemory = 500 << 10 // kilobytes, as the system counts
)

// readOnce reads the file as every import does. Each reader gives facts or a sentence.
func readOnce(path string) int {
	ctx := context.Background()
	_, staff := sheet.ReadStaff(ctx, path, tdkt.StaffOptions{})
	_, exchange := sheet.ReadExchange(ctx, path, nil)
	for _, err := range []error{staff, exchange} {
		var told *tdkt.Error
		switch {
		case err == nil:
			fmt.Println("đọc được")
		case errors.As(err, &told) && told.Text != "":
			fmt.Println(told.Text)
		default:
			fmt.Println(err)
			return 1
		}
	}
	return 0
}

// odd is a file nobody should have to send, and the words its sentence must have.
type odd struct {
	name  string
	want  string
	heavy bool
	make  func(w io.Writer) error
}

// corpus lists the broken, locked, foreign and huge files.
func corpus() []odd {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	locked := "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
	return []odd{
		{name: "empty", want: "trống (0 byte)", make: bytesOf("")},
		{name: "csv", want: "tệp văn bản thường", make: bytesOf("Họ và tên;Đơn vị\nNguyễn Văn An;P1\n")},
		{name: "web page", want: "trang web (HTML)", make: bytesOf("<html><table><tr><td>Họ và tên</td></tr></table></html>")},
		{name: "Excel 2003 XML", want: "XML của Excel 2003", make: bytesOf(`<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`)},
		{name: "old xls", want: "Excel cũ (.xls)", make: bytesOf(ole)},
		{name: "locked", want: "được đặt mật khẩu", make: bytesOf(ole + locked)},
		{name: "zip of nothing", want: "không có bảng tính", make: book(map[string]string{"": "a.txt"})},
		{name: "cut", want: "bị cụt", make: cut},
		{name: "entity bomb", want: "bị hỏng", make: book(map[string]string{sstName: `<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst/>`})},
		{name: "60,000 parts", want: "quá nhiều phần", make: manyParts},
		{name: "310 MB of blanks in a sheet", want: "quá nhiều dữ liệu", heavy: true, make: repeated(sheetName, "<sheetData>", strings.Repeat(" ", 1<<20), 310, "</sheetData>")},
		{name: "290 MB of blanks in a sheet", want: "bị hỏng", heavy: true, make: repeated(sheetName, "<sheetData>", strings.Repeat(" ", 1<<20), 290, "</sheetData>")},
		{name: "4.9 million empty cells", want: "Không thấy dòng tiêu đề", heavy: true, make: repeated(sheetName, "<sheetData>", "<row>"+strings.Repeat("<c/>", 10_000)+"</row>", 490, "</sheetData>")},
		{name: "5.1 million empty cells", want: "quá nhiều ô", heavy: true, make: repeated(sheetName, "<sheetData>", "<row>"+strings.Repeat("<c/>", 10_000)+"</row>", 510, "</sheetData>")},
		{name: "900,000 texts", want: "Không thấy dòng tiêu đề", heavy: true, make: repeated(sstName, "", strings.Repeat("<si><t>Nguyễn Văn An</t></si>", 1000), 900, "")},
		{name: "3 million texts", want: "quá nhiều", heavy: true, make: repeated(sstName, "", strings.Repeat("<si/>", 1000), 3000, "")},
		{name: "a million formats", want: "quá nhiều kiểu", heavy: true, make: repeated(styleName, "<cellXfs>", strings.Repeat("<xf/>", 1000), 1000, "</cellXfs>")},
		{name: "500,000 merged areas", want: "quá nhiều ô gộp", heavy: true, make: repeated(sheetName, "<sheetData/><mergeCells>", strings.Repeat(`<mergeCell ref="A1:B2"/>`, 1000), 500, "</mergeCells>")},
		{name: "300,000 rows of text", want: "nhiều hơn mức", heavy: true, make: repeated(sheetName,
			`<sheetData><row><c t="inlineStr"><is><t>STT</t></is></c><c t="inlineStr"><is><t>Họ và tên</t></is></c><c t="inlineStr"><is><t>Đơn vị</t></is></c></row>`,
			strings.Repeat(`<row><c><v>1</v></c><c t="inlineStr"><is><t>Nguyễn Văn An</t></is></c><c t="inlineStr"><is><t>P1</t></is></c></row>`, 1000), 300, "</sheetData>")},
	}
}

// TestCorpus: every odd file ends in a sentence or in rows, within the time and the
// memory that are promised, and brings nothing down.
func TestCorpus(t *testing.T) {
	for _, o := range corpus() {
		if o.heavy && !*heavy {
			continue // made and measured under -heavy
		}
		t.Run(o.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "lạ.xlsx")
			f, err := os.Create(path)
			if err == nil {
				err = errors.Join(o.make(f), f.Close())
			}
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.CommandContext(t.Context(), os.Args[0])
			cmd.Env = append(os.Environ(), corpusEnv+"="+path)
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			state := cmd.ProcessState
			usage, ok := state.SysUsage().(*syscall.Rusage)
			if !ok {
				t.Fatal("the system does not say what a program cost")
			}
			took := state.UserTime() + state.SystemTime()
			t.Logf("%.2f s of work, %d MB: %s", took.Seconds(), usage.Maxrss>>10, bytes.TrimSpace(out))
			if took > mostTime || usage.Maxrss > mostMemory {
				t.Errorf("too much: %v, %d MB", took, usage.Maxrss>>10)
			}
			if !strings.Contains(string(out), o.want) {
				t.Errorf("%q is not said:\n%s", o.want, out)
			}
		})
	}
}

// The parts of a workbook that the corpus fills.
const (
	sheetName = "xl/worksheets/sheet1.xml"
	sstName   = "xl/sharedStrings.xml"
	styleName = "xl/styles.xml"
)

// rootOf is the element that a part consists of.
func rootOf(part string) string {
	return map[string]string{sheetName: "worksheet", sstName: "sst", styleName: "styleSheet"}[part]
}

// frame are the parts of a sound empty workbook.
func frame() map[string]string {
	const rel = `<Relationship Id="%s" Type="x/%s" Target="%s"/>`
	return map[string]string{
		"[Content_Types].xml": `<Types/>`,
		"_rels/.rels":         `<Relationships>` + fmt.Sprintf(rel, "r1", "officeDocument", "xl/workbook.xml") + `</Relationships>`,
		"xl/workbook.xml":     `<workbook><sheets><sheet name="Một" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships>` + fmt.Sprintf(rel, "r1", "worksheet", "worksheets/sheet1.xml") +
			fmt.Sprintf(rel, "r2", "sharedStrings", "sharedStrings.xml") + fmt.Sprintf(rel, "r3", "styles", "styles.xml") + `</Relationships>`,
		sheetName: `<worksheet><sheetData/></worksheet>`,
		sstName:   `<sst/>`,
		styleName: `<styleSheet/>`,
	}
}

func bytesOf(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

// book is the frame with other parts in it; the part "" leaves nothing but a file of
// that name.
func book(parts map[string]string) func(io.Writer) error {
	return func(w io.Writer) error {
		all := frame()
		if only, ok := parts[""]; ok {
			all, parts = map[string]string{only: "a"}, nil
		}
		for name, text := range parts {
			all[name] = text
		}
		z := zip.NewWriter(w)
		for name, text := range all {
			if err := addPart(z, name, text); err != nil {
				return err
			}
		}
		return z.Close()
	}
}

func addPart(z *zip.Writer, name string, texts ...string) error {
	p, err := z.Create(name)
	for _, text := range texts {
		if err == nil {
			_, err = io.WriteString(p, text)
		}
	}
	return err
}

// repeated is the frame with one part that says the same thing n times.
func repeated(part, head, unit string, n int, foot string) func(io.Writer) error {
	return func(w io.Writer) error {
		z := zip.NewWriter(w)
		for name, text := range frame() {
			texts := []string{text}
			if name == part {
				texts = []string{"<" + rootOf(part) + ">" + head}
				for range n {
					texts = append(texts, unit)
				}
				texts = append(texts, foot+"</"+rootOf(part)+">")
			}
			if err := addPart(z, name, texts...); err != nil {
				return err
			}
		}
		return z.Close()
	}
}

// cut is a workbook whose end did not arrive.
func cut(w io.Writer) error {
	var whole bytes.Buffer
	if err := book(nil)(&whole); err != nil {
		return err
	}
	_, err := w.Write(whole.Bytes()[:whole.Len()/2])
	return err
}

func manyParts(w io.Writer) error {
	z := zip.NewWriter(w)
	for i := range 60_000 {
		if err := addPart(z, fmt.Sprintf("%d.xml", i)); err != nil {
			return err
		}
	}
	return z.Close()
}
