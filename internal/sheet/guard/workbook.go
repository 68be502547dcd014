package guard

import (
	"archive/zip"
	"context"
	"path"
	"strings"
)

// links are the parts a workbook names.
type links struct{ styles, strings *zip.File }

// relation is one line of a .rels part.
type relation struct{ kind, target string }

// walk runs the scanner over a part and calls visit for every token until the
// part's end. Whatever goes wrong is a damaged file.
func (b *Book) walk(ctx context.Context, f *zip.File, visit func(*scanner, token) error) error {
	if f.UncompressedSize64 > maxPart {
		return b.tooMuch("quá nhiều dữ liệu bên trong")
	}
	r, err := b.open(ctx, f)
	if err != nil {
		return err
	}
	defer r.Close() //nolint:errcheck // Only read from.
	s := newScanner(r)
	for {
		t, err := s.next()
		if err != nil {
			return b.damaged(ctx, f.Name, err)
		}
		if t == atEnd {
			return nil
		}
		if err := visit(s, t); err != nil {
			return b.damaged(ctx, f.Name, err)
		}
	}
}

// readRelations reads the .rels part of a part; a part without one has none.
func (b *Book) readRelations(ctx context.Context, of string) (map[string]relation, error) {
	dir, base := path.Split(of)
	f := b.part(dir + "_rels/" + base + ".rels")
	if f == nil {
		return nil, nil
	}
	rels := map[string]relation{}
	err := b.walk(ctx, f, func(s *scanner, t token) error {
		if t != atOpen || s.depth() != 2 || string(s.name) != "Relationship" {
			return nil
		}
		target := strings.ReplaceAll(s.attr("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		kind := s.attr("Type")
		rels[s.attr("Id")] = relation{kind: kind[strings.LastIndex(kind, "/")+1:], target: target}
		return nil
	})
	return rels, err
}

// readWorkbook finds the workbook part and the sheets, styles and strings it names.
func (b *Book) readWorkbook(ctx context.Context) (links, error) {
	main, err := b.mainPart(ctx)
	if err != nil {
		return links{}, err
	}
	rels, err := b.readRelations(ctx, main)
	if err != nil {
		return links{}, err
	}
	if err := b.readSheets(ctx, b.part(main), rels); err != nil {
		return links{}, err
	}
	var l links
	for _, r := range rels {
		into := map[string]**zip.File{"styles": &l.styles, "sharedStrings": &l.strings}[r.kind]
		if into == nil {
			continue
		}
		if *into = b.part(r.target); *into == nil {
			return links{}, b.damaged(ctx, r.target, errXML)
		}
	}
	return l, b.checkSheets()
}

// mainPart is the name of the workbook part; other kinds of document are refused
// by their own names.
func (b *Book) mainPart(ctx context.Context) (string, error) {
	const saveAs = "Hãy mở bằng Excel, lưu thành tệp .xlsx rồi nhập lại."
	if b.part("mimetype") != nil {
		return "", refuse("Tệp “%s” là tệp của LibreOffice (.ods), không phải .xlsx. Hãy mở bằng LibreOffice hoặc Excel, lưu thành tệp .xlsx rồi nhập lại.", b.Name)
	}
	rels, err := b.readRelations(ctx, "")
	if err != nil {
		return "", err
	}
	for _, r := range rels {
		if r.kind != "officeDocument" || b.part(r.target) == nil {
			continue
		}
		switch low := strings.ToLower(r.target); {
		case strings.HasSuffix(low, ".bin"):
			return "", refuse("Tệp “%s” có định dạng Excel nhị phân (.xlsb). %s", b.Name, saveAs)
		case strings.Contains(low, "word/"):
			return "", refuse("Tệp “%s” là tệp Word, không phải tệp Excel. Hãy chép bảng sang Excel, lưu thành tệp .xlsx rồi nhập lại.", b.Name)
		}
		return strings.TrimPrefix(r.target, "/"), nil
	}
	return "", refuse("Tệp “%s” là tệp nén nhưng bên trong không có bảng tính Excel. Nếu đây là tệp .zip, hãy giải nén rồi chọn tệp .xlsx bên trong.", b.Name)
}

func (b *Book) readSheets(ctx context.Context, f *zip.File, rels map[string]relation) error {
	return b.walk(ctx, f, func(s *scanner, t token) error {
		if t != atOpen {
			return nil
		}
		switch name := string(s.name); {
		case s.depth() == 1 && name != "workbook":
			return errXML
		case s.depth() == 2 && name == "workbookPr":
			b.Date1904 = s.flag("date1904")
		case s.depth() == 3 && name == "sheet":
			return b.addSheet(s, rels)
		}
		return nil
	})
}

func (b *Book) addSheet(s *scanner, rels map[string]relation) error {
	rel, ok := rels[s.linked("id")]
	if !ok {
		return errXML
	}
	if rel.kind != "worksheet" {
		return nil // A sheet that is one chart, or a dialog: it has no rows.
	}
	f := b.part(rel.target)
	if f == nil {
		return errXML
	}
	state := s.attr("state")
	b.Sheets = append(b.Sheets, &Sheet{
		Name: s.attr("name"), Hidden: state == "hidden" || state == "veryHidden", part: f,
	})
	return nil
}

func (b *Book) checkSheets() error {
	if len(b.Sheets) == 0 {
		return refuse("Tệp “%s” không có trang tính nào chứa bảng. Hãy kiểm tra lại tệp.", b.Name)
	}
	if len(b.Sheets) > maxSheets {
		return b.tooMuch("quá nhiều trang tính")
	}
	names, parts := map[string]bool{}, map[*zip.File]bool{}
	for _, s := range b.Sheets {
		low := strings.ToLower(s.Name)
		if names[low] || parts[s.part] {
			return refuse("Tệp “%s” có hai trang tính trùng tên “%s” nên không biết đọc trang nào. Hãy đổi tên một trang rồi nhập lại.", b.Name, s.Name)
		}
		names[low], parts[s.part] = true, true
	}
	return nil
}
