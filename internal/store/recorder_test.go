package store

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// deed is something SQLite asked of the system: to write, cut, force to the disk or
// remove a file; or a moment at which the store said that a change is saved.
type deed struct {
	what deedKind
	file string
	at   int64 // offset of a write, length after a cut, entry that was acknowledged
	data []byte
}

type deedKind int

const (
	wrote deedKind = iota
	cut
	forced
	removed
	acknowledged
)

// recorder stands between SQLite and the files of one folder and notes every deed.
type recorder struct {
	mu     sync.Mutex
	folder string
	deeds  []deed
	names  map[uintptr]string // of open files
	vfs    uintptr            // the one of the system
	own    uintptr
	keep   []any // Go functions that C structs point to
}

// at looks at what lies at an address of SQLite's own memory.
func at[T any](p uintptr) *T { return *(**T)(unsafe.Pointer(&p)) }

// address is a Go function as SQLite calls it.
func address[F any](r *recorder, f F) uintptr {
	held := &struct{ f F }{f}
	r.keep = append(r.keep, held)
	return *(*uintptr)(unsafe.Pointer(held))
}

// call is a function of SQLite as Go calls it.
func call[F any](p uintptr) F { return *(*F)(unsafe.Pointer(&struct{ p uintptr }{p})) }

type (
	writeFunc  = func(tls *libc.TLS, file, buf uintptr, n int32, at int64) int32
	cutFunc    = func(tls *libc.TLS, file uintptr, size int64) int32
	syncFunc   = func(tls *libc.TLS, file uintptr, flags int32) int32
	openFunc   = func(tls *libc.TLS, vfs, name, file uintptr, flags int32, out uintptr) int32
	removeFunc = func(tls *libc.TLS, vfs, name uintptr, dir int32) int32
)

// record notes all deeds on the files of a folder until the test ends.
func record(t *testing.T, folder string) *recorder {
	t.Helper()
	tls := libc.NewTLS()
	r := &recorder{folder: folder, names: map[uintptr]string{}, vfs: sqlite3.Xsqlite3_vfs_find(tls, 0)}
	size := unsafe.Sizeof(sqlite3.Tsqlite3_vfs{})
	r.own = libc.Xmalloc(tls, uint64(size))
	name, err := libc.CString("recorder" + folder)
	if err != nil {
		t.Fatal(err)
	}
	vfs := at[sqlite3.Tsqlite3_vfs](r.own)
	*vfs = *at[sqlite3.Tsqlite3_vfs](r.vfs)
	vfs.FpNext, vfs.FzName = 0, name
	vfs.FxOpen, vfs.FxDelete = address[openFunc](r, r.open), address[removeFunc](r, r.remove)
	if rc := sqlite3.Xsqlite3_vfs_register(tls, r.own, 1); rc != 0 {
		t.Fatalf("register: %d", rc)
	}
	t.Cleanup(func() {
		sqlite3.Xsqlite3_vfs_register(tls, r.vfs, 1)
		sqlite3.Xsqlite3_vfs_unregister(tls, r.own)
		tls.Close()
	})
	return r
}

func (r *recorder) open(tls *libc.TLS, _, name, file uintptr, flags int32, out uintptr) int32 {
	rc := call[openFunc](at[sqlite3.Tsqlite3_vfs](r.vfs).FxOpen)(tls, r.vfs, name, file, flags, out)
	const ours = sqlite3.SQLITE_OPEN_MAIN_DB | sqlite3.SQLITE_OPEN_MAIN_JOURNAL | sqlite3.SQLITE_OPEN_WAL
	if rc != 0 || name == 0 || flags&ours == 0 || !strings.HasPrefix(libc.GoString(name), r.folder) {
		return rc
	}
	f := at[sqlite3.Tsqlite3_file](file)
	real := *at[sqlite3.Tsqlite3_io_methods](f.FpMethods)
	own := libc.Xmalloc(tls, uint64(unsafe.Sizeof(real)))
	m := at[sqlite3.Tsqlite3_io_methods](own)
	*m = real
	r.mu.Lock()
	defer r.mu.Unlock()
	path := libc.GoString(name)
	r.names[file] = path
	m.FxWrite = address[writeFunc](r, func(tls *libc.TLS, file, buf uintptr, n int32, at int64) int32 {
		data := make([]byte, n)
		copy(data, unsafe.Slice(atByte(buf), n))
		r.note(deed{wrote, path, at, data})
		return call[writeFunc](real.FxWrite)(tls, file, buf, n, at)
	})
	m.FxTruncate = address[cutFunc](r, func(tls *libc.TLS, file uintptr, size int64) int32 {
		r.note(deed{cut, path, size, nil})
		return call[cutFunc](real.FxTruncate)(tls, file, size)
	})
	m.FxSync = address[syncFunc](r, func(tls *libc.TLS, file uintptr, flags int32) int32 {
		rc := call[syncFunc](real.FxSync)(tls, file, flags)
		r.note(deed{what: forced, file: path})
		return rc
	})
	f.FpMethods = own
	return rc
}

func atByte(p uintptr) *byte { return at[byte](p) }

func (r *recorder) remove(tls *libc.TLS, _, name uintptr, dir int32) int32 {
	rc := call[removeFunc](at[sqlite3.Tsqlite3_vfs](r.vfs).FxDelete)(tls, r.vfs, name, dir)
	if path := libc.GoString(name); rc == 0 && strings.HasPrefix(path, r.folder) {
		r.note(deed{what: removed, file: path, at: int64(dir)})
	}
	return rc
}

func (r *recorder) note(d deed) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.deeds = append(r.deeds, d)
}

// all is what was noted up to now.
func (r *recorder) all() []deed {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.deeds)
}
