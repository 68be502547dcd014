package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tdkt/cmd/dev/internal/sh"
)

const (
	// mutantsEach is how many mutants of each package "test -long" tries.
	mutantsEach = 8
	// mutantTime is how long the tests may take to notice one; a mutant that never ends
	// was noticed.
	mutantTime = 3 * time.Minute
)

// mutated are the packages where a wrong line gives a wrong answer, not a wrong look.
func mutated() []string {
	return []string{"internal/law", "internal/dossier", "internal/merge", "internal/intake"}
}

// mutant is a program with one operator turned.
type mutant struct {
	file, was, is string
	line          int
	text          []byte // the whole file
}

// String is where the mutant differs.
func (m mutant) String() string { return fmt.Sprintf("%s:%d: %s, not %s", m.file, m.line, m.is, m.was) }

// turned are the operators that mutants turn, and into what.
func turned() map[token.Token]token.Token {
	return map[token.Token]token.Token{
		token.EQL: token.NEQ, token.NEQ: token.EQL, token.LSS: token.LEQ, token.LEQ: token.LSS,
		token.GTR: token.GEQ, token.GEQ: token.GTR, token.LAND: token.LOR, token.LOR: token.LAND, token.ADD: token.SUB,
	}
}

// mutantStep tries a sample of mutants, another each day, and names those that no test of
// their package notices. A survivor fails nothing: some of them do the same as the program.
func (t *tool) mutantStep(ctx context.Context) (counts, error) {
	seed := uint64(time.Now().Unix() / 86_400)
	random := rand.New(rand.NewPCG(seed, 1)) //nolint:gosec // a sample, no secret
	dir, err := os.MkdirTemp("", "tdkt-mutants-")
	if err != nil {
		return counts{}, err
	}
	tried, survived := 0, 0
	for _, pack := range mutated() {
		list, err := mutantsOf(t.Root, pack)
		if err != nil {
			return counts{}, errors.Join(err, os.RemoveAll(dir))
		}
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		for _, m := range list[:min(mutantsEach, len(list))] {
			lives, err := t.survives(ctx, dir, pack, m)
			if err != nil {
				return counts{}, errors.Join(err, os.RemoveAll(dir))
			}
			if tried++; lives {
				survived++
				t.Say("survived: %s", m)
			}
		}
	}
	t.Say("%d mutants, %d survived (sample %d)", tried, survived, seed)
	return counts{}, os.RemoveAll(dir)
}

// survives says whether the tests of the mutant's package pass with it. The file itself is
// left as it is: the compiler is given another in its stead.
func (t *tool) survives(ctx context.Context, dir, pack string, m mutant) (bool, error) {
	instead := filepath.Join(dir, "mutant.go")
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{t.Path(m.file): instead}})
	if err != nil {
		return false, err
	}
	list := filepath.Join(dir, "overlay.json")
	if err := errors.Join(os.WriteFile(instead, m.text, 0o600), os.WriteFile(list, overlay, 0o600)); err != nil {
		return false, err
	}
	cmd := t.Prepare(ctx, sh.Command{
		Name: "go", Env: sh.NoCgo(),
		Args: []string{"test", "-count=1", "-failfast", "-timeout", mutantTime.String(), "-overlay", list, "./" + pack},
	})
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err = cmd.Run()
	var noticed *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return false, ctx.Err()
	case errors.As(err, &noticed):
		return false, nil
	default:
		return err == nil, err
	}
}

// mutantsOf are all mutants of a package, tests left alone.
func mutantsOf(root, pack string) ([]mutant, error) {
	files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pack), "*.go"))
	if err != nil {
		return nil, err
	}
	var list []mutant
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") || filepath.Base(path) == "words.go" {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		found, err := mutantsIn(pack+"/"+filepath.Base(path), text)
		if err != nil {
			return nil, err
		}
		list = append(list, found...)
	}
	return list, nil
}

// mutantsIn are the mutants of one file. A sum of texts cannot be turned into a difference
// and would count as noticed, so an addition of a text is left alone.
func mutantsIn(name string, text []byte) ([]mutant, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var list []mutant
	ast.Inspect(file, func(n ast.Node) bool {
		b, ok := n.(*ast.BinaryExpr)
		if !ok {
			return true
		}
		to, ok := turned()[b.Op]
		if !ok || b.Op == token.ADD && !isNumber(b.Y) {
			return true
		}
		was, before := b.Op, words(set, b)
		b.Op = to
		at := func(p token.Pos) int { return set.Position(p).Offset }
		list = append(list, mutant{
			file: name, line: set.Position(b.OpPos).Line, was: before, is: words(set, b),
			text: slices.Concat( // brackets, for the other operator may bind otherwise
				text[:at(b.X.Pos())], []byte("(("), text[at(b.X.Pos()):at(b.X.End())], []byte(")"),
				text[at(b.X.End()):at(b.OpPos)], []byte(to.String()), text[at(b.OpPos)+len(was.String()):at(b.Y.Pos())],
				[]byte("("), text[at(b.Y.Pos()):at(b.Y.End())], []byte("))"), text[at(b.Y.End()):],
			),
		})
		b.Op = was
		return true
	})
	return list, nil
}

func isNumber(e ast.Expr) bool {
	lit, ok := e.(*ast.BasicLit)
	return ok && lit.Kind == token.INT
}

// words is an expression as one line.
func words(set *token.FileSet, e ast.Expr) string {
	var out bytes.Buffer
	if format.Node(&out, set, e) != nil {
		return ""
	}
	return strings.Join(strings.Fields(out.String()), " ")
}
