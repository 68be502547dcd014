package intake

import (
	"strings"
	"sync"
	"sync/atomic"
)

// memo keeps what texts were read as: files repeat units, posts, titles and ratings without
// end. What it hands out is shared and must not be changed.
type memo[T any] struct {
	known sync.Map
	n     atomic.Int32
}

// The bounds of what a memo keeps.
const (
	mostMemo    = 20_000
	longestMemo = 200
)

func (m *memo[T]) get(text string, read func() T) T {
	if v, ok := m.known.Load(text); ok {
		t, _ := v.(T)
		return t
	}
	v := read()
	if len(text) < longestMemo && m.n.Add(1) < mostMemo {
		m.known.Store(strings.Clone(text), v)
	}
	return v
}

var (
	meritsRead  memo[[]Award]
	ratingsRead memo[ratingRead]
	postsSplit  memo[postUnit]
	postsRead   memo[Post]
	unitKeys    memo[string]
	headersRead memo[string]
	tokensRead  memo[[]token]
	unitCases   memo[string]
)

type ratingRead struct {
	rating Rating
	ok     bool
}

type postUnit struct {
	post, unit string
	guessed    bool
}
