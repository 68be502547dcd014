package dist

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"tdkt/cmd/dev/internal/sh"
)

// control builds what starts the command line within the window's program (package launch).
func (b *build) control(ctx context.Context) error {
	return b.compile(ctx, program{
		file: ControlExe, pkg: "./cmd/tdktctl", about: "Sổ Thi đua: dòng lệnh", ldflags: "-s -w -buildid=",
		flags: []string{"-tags", "thin"},
		env:   append(sh.NoCgo(), "GOOS=windows", "GOARCH=amd64"),
	})
}

// window builds the program with its window through mingw.
func (b *build) window(ctx context.Context) error {
	return b.compile(ctx, program{
		file: WindowExe, pkg: "./cmd/tdkt", about: "Sổ Thi đua", flags: b.opts.Flags,
		// The linker of mingw would stamp the time of the build; and Wine maps a file whose parts
		// lie as pages do, where it copies another into memory.
		ldflags: "-H=windowsgui -s -w -buildid= -extldflags=-Wl,--no-insert-timestamp,--file-alignment=4096",
		env:     []string{"CGO_ENABLED=1", "GOOS=windows", "GOARCH=amd64", "CC=x86_64-w64-mingw32-gcc"},
	})
}

// program is one executable to build.
type program struct {
	file, pkg, about, ldflags string
	flags, env                []string
}

// compile builds a program and writes icon, version and manifest into it.
func (b *build) compile(ctx context.Context, p program) (err error) {
	bare := filepath.Join(b.work, "bare-"+p.file)
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags", p.ldflags, "-o", bare}, p.flags...)
	if err := b.Stream(ctx, sh.Command{Name: "go", Args: append(args, p.pkg), Env: p.env}); err != nil {
		return err
	}
	resources, err := resourcesOf(p.about, p.file, b.version)
	if err != nil {
		return err
	}
	src, err := os.Open(bare)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, src.Close()) }()
	dst, err := os.Create(filepath.Join(b.work, p.file))
	if err != nil {
		return err
	}
	return errors.Join(resources.WriteToEXE(dst, src), dst.Close())
}
