package columns

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"tdkt/internal/tdkt"
)

//go:embed posts.toml
var posts []byte

// CarriedPosts is the table of posts that ships, for an office to edit.
func CarriedPosts() []byte { return slices.Clone(posts) }

// Posts is the order of posts in official lists.
type Posts struct {
	// ByUnit puts the people of one unit together before the posts are looked at.
	ByUnit bool

	ranks map[string]int // of a folded post, 1 for the highest
	count int
}

// Zero says whether nothing was read into the table.
func (p Posts) Zero() bool { return p.ranks == nil }

// postFile is the file as written.
type postFile struct {
	ByUnit bool       `toml:"theo-don-vi"`
	Ranks  [][]string `toml:"bac"`
}

// StandardPosts is the table that ships.
func StandardPosts() Posts { return shipped() }

// shipped reads the table that ships once: every list asks for it.
var shipped = sync.OnceValue(func() Posts {
	p, err := ReadPosts("", posts)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return p
})

// ReadPosts reads an office's table; name is what messages call it.
func ReadPosts(name string, text []byte) (Posts, error) {
	var file postFile
	if err := decode(name, text, &file); err != nil {
		return Posts{}, err
	}
	p := Posts{ByUnit: file.ByUnit, ranks: map[string]int{}, count: len(file.Ranks)}
	for i, rank := range file.Ranks {
		for _, post := range rank {
			key := tdkt.Fold(tdkt.Clean(post))
			switch {
			case key == "":
				return Posts{}, tdkt.Errorf(tdkt.Invalid, "Tệp “%s”: bậc thứ %d có chức vụ để trống. Hãy xóa hoặc điền tên chức vụ.", name, i+1)
			case p.ranks[key] != 0:
				return Posts{}, tdkt.Errorf(tdkt.Invalid, "Tệp “%s”: chức vụ “%s” có ở hai chỗ. Hãy xóa một chỗ.", name, post)
			}
			p.ranks[key] = i + 1
		}
	}
	if len(p.ranks) == 0 {
		return Posts{}, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” chưa có chức vụ nào. Hãy sửa theo tệp có sẵn, hoặc xóa tệp để dùng tệp có sẵn.", name)
	}
	return p, nil
}

// Rank is the place of a post in official lists, 1 for the highest. One that is not in the
// table stands after all that are, a leader's before the others'.
func (p Posts) Rank(position string, leader bool) int {
	best := 0
	apart := func(r rune) bool { return strings.ContainsRune(",;/+–", r) }
	for part := range strings.FieldsFuncSeq(strings.ReplaceAll(tdkt.Fold(position), " kiem ", ","), apart) {
		if r := p.one(strings.TrimSpace(part)); r != 0 && (best == 0 || r < best) {
			best = r
		}
	}
	switch {
	case best != 0:
		return best
	case leader:
		return p.count + 1
	}
	return p.count + 2
}

// one is the rank of a single post, by the longest words of the table that it begins with.
func (p Posts) one(post string) int {
	for post != "" {
		if r := p.ranks[post]; r != 0 {
			return r
		}
		cut := strings.LastIndexByte(post, ' ')
		if cut < 0 {
			break
		}
		post = strings.TrimSpace(post[:cut])
	}
	return 0
}
