package gui

import (
	"os"
	"testing"

	"tdkt/internal/accounts"
	"tdkt/internal/backup"
)

// TestMain seals copies and hashes passwords at little cost: that they are dear is tested where
// they are made.
func TestMain(m *testing.M) {
	backup.QuickSeals()
	accounts.QuickHashes()
	os.Exit(m.Run())
}
