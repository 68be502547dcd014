package store

import (
	"context"
	"path/filepath"
	"sync"

	"tdkt/internal/tdkt"
)

// object is a table, an index, a trigger or a view of a file, with the text that made it.
type object struct{ kind, name, table, text string }

// structureText lists what a file consists of, but for what SQLite makes by itself.
const structureText = `SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema
	WHERE NOT (type = 'table' AND name IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4'))
	AND NOT (type = 'index' AND sql IS NULL AND name LIKE 'sqlite\_autoindex\_%' ESCAPE '\')
	ORDER BY type, name`

func (s *session) structure(ctx context.Context) ([]object, error) {
	return collect(ctx, s, structureText, nil, func(r *row) object { return object{r.text(), r.text(), r.text(), r.text()} })
}

// structures are what each released program's files consist of, found out once.
var structures struct { //nolint:gochecknoglobals // what is worked out from the migrations never changes
	sync.Mutex
	of map[string][]object
}

// structureOf is what the steps make.
func structureOf(ctx context.Context, steps []migration) ([]object, error) {
	if len(steps) == 0 {
		return nil, nil
	}
	key := steps[len(steps)-1].name + steps[len(steps)-1].sum
	structures.Lock()
	defer structures.Unlock()
	if known, ok := structures.of[key]; ok {
		return known, nil
	}
	var made []object
	fresh := openPool(":memory:", 1)
	err := onConn(ctx, fresh, func(s *session) (err error) {
		if err := s.apply(ctx, "", steps); err != nil {
			return err
		}
		made, err = s.structure(ctx)
		return err
	})
	if err := closeAfter(fresh, err); err != nil {
		return nil, err
	}
	if structures.of == nil {
		structures.of = map[string][]object{}
	}
	structures.of[key] = made
	return made, nil
}

// verifyStructure wants exactly what the steps make, before anything of the file is run:
// a trigger would change what is written, a view in a table's place never ends.
func (s *session) verifyStructure(ctx context.Context, path string, steps []migration) error {
	got, err := s.structure(ctx)
	if err != nil {
		return err
	}
	want, err := structureOf(ctx, steps)
	if err != nil {
		return err
	}
	known := map[string]object{}
	for _, o := range want {
		known[o.kind+" "+o.name] = o
	}
	for _, o := range got {
		key := o.kind + " " + o.name
		switch ours, ok := known[key]; {
		case !ok:
			return refuseObject(path, o, "không phải của Sổ Thi đua")
		case ours != o:
			return refuseObject(path, o, "không còn như Sổ Thi đua tạo ra")
		}
		delete(known, key)
	}
	for _, o := range want {
		if _, missing := known[o.kind+" "+o.name]; missing {
			return refuseObject(path, o, "đã bị xóa")
		}
	}
	return nil
}

func refuseObject(path string, o object, what string) error {
	kind := map[string]string{"table": "bảng", "index": "chỉ mục", "trigger": "lệnh tự chạy (trigger)", "view": "bảng ảo (view)"}[o.kind]
	const shown = 60
	name := []rune(o.name)
	if len(name) > shown {
		name = append(name[:shown], '…')
	}
	return tdkt.Errorf(tdkt.Environment, "Cấu trúc của tệp “%s” đã bị sửa ngoài chương trình: %s “%s” %s. Không mở tệp này; hãy giữ lại tệp và khôi phục từ bản sao lưu gần nhất.",
		filepath.Base(path), kind, string(name), what)
}

// longest is the largest value that is read from a file, more than any paper that may be
// attached. SQLite refuses a longer one before it takes the memory.
const longest = 32 << 20
