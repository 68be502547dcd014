package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestStages: each letter is built as an input method builds it, the hat before the tone.
func TestStages(t *testing.T) {
	for r, want := range map[rune]string{'a': "a", 'ế': "eêế", 'Đ': "DĐ", 'ữ': "uưữ", 'ặ': "aạặ", 'ỳ': "yỳ", ' ': " "} {
		if got := string(stages(r)); got != want {
			t.Errorf("%c comes by %q, want %q", r, got, want)
		}
	}
}

// TestComposed: every stage but the first takes the one before away.
func TestComposed(t *testing.T) {
	want := []event{
		{r: 'd'},
		{r: 'd', up: true},
		{key: back},
		{key: back, up: true},
		{r: 'đ'},
		{r: 'đ', up: true},
		{r: 'i'},
		{r: 'i', up: true},
	}
	if d := cmp.Diff(want, composed("đi"), cmp.AllowUnexported(event{})); d != "" {
		t.Errorf("events (-want +got)\n%s", d)
	}
}

// TestChord: keys go up in the opposite order of going down; an unknown one is named.
func TestChord(t *testing.T) {
	got, err := chordOf("ctrl+f")
	want := []event{{key: 0x11}, {key: 'F'}, {key: 'F', up: true}, {key: 0x11, up: true}}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(event{})); err != nil || d != "" {
		t.Errorf("chord (-want +got)\n%s%v", d, err)
	}
	if _, err := chordOf("hyper+f"); err == nil {
		t.Error("a key nobody has was taken")
	}
}
