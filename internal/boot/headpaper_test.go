package boot_test

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"testing"

	"tdkt/internal/boot"
)

// TestHeadOnTheIndex: the index of a folder bears the end of the history it was made from,
// by which verify knows the file again, and no other.
func TestHeadOnTheIndex(t *testing.T) {
	path, dir := sampleFile(t), exported(t)
	var printed []string
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".xlsx" {
			for _, m := range regexp.MustCompile(`Mã nhật ký lúc lập: ([0-9 ]+)`).FindAllSubmatch(unpacked(read(t, name)), -1) {
				printed = append(printed, string(m[1]))
			}
		}
		return err
	})
	if err != nil || len(printed) != 1 {
		t.Fatalf("the head is printed %d times: %v, %v", len(printed), printed, err)
	}
	head := []byte(printed[0])
	if _, _, err := boot.Verify(t.Context(), boot.Options{Path: path}, string(head)); err != nil {
		t.Errorf("the printed head: %v", err)
	}
	last := len(head) - 1
	head[last] = '0' + (head[last]-'0'+1)%10
	if _, _, err := boot.Verify(t.Context(), boot.Options{Path: path}, string(head)); err == nil {
		t.Error("another head passes")
	}
}
