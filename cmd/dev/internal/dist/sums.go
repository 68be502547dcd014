package dist

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// sumsName is the list that "sha256sum -c" reads.
const sumsName = "SHA256SUMS"

// sums lists the sum of every result.
func (b *build) sums(context.Context) error {
	list, err := os.ReadDir(b.opts.Out)
	if err != nil {
		return err
	}
	var text strings.Builder
	for _, entry := range list {
		if !entry.Type().IsRegular() {
			continue
		}
		content, err := os.ReadFile(filepath.Join(b.opts.Out, entry.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&text, "%x  %s\n", sha256.Sum256(content), entry.Name())
	}
	return os.WriteFile(filepath.Join(b.opts.Out, sumsName), []byte(text.String()), 0o600)
}
