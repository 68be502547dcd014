package boot_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// nine are what was once wrong about trust over years: the tests that were red before it was
// mended, and what the help says about it.
var nine = []struct{ wrong, tests, says string }{
	{
		"a copy of the open file lacks the last work",
		"store.TestTheFileAloneIsWhole store.TestCopiesOfTheOpenFile store.TestPowerCut boot.TestTornLog boot.TestKilledAtWorkSealed",
		"Chép tệp ra USB khi sổ đang mở thì bản chép có đủ mọi việc đã ghi",
	},
	{
		"healthy files of older programs are called damaged",
		"boot.TestReleasedSchemas boot.TestReleasedUpgrade boot.TestReleasedPackages",
		"vẫn kiểm tra, mở để đọc, khôi phục và nhập từ máy khác được",
	},
	{
		"the order of merges matters once one was undone",
		"merge.TestModel merge.TestEveryOrderOfMergesEndsAlike app.TestThreePCsMergeInAnyOrder",
		"Một lần nhập đã hoàn tác coi như chưa từng có",
	},
	{
		"one row changed by SQL, or a forged history, passes for honest and replaces honest copies",
		"boot.TestOneRowBySQL boot.TestForgedHistory boot.TestForgedWithFullKnowledge boot.TestRewrittenTail store.TestSignedHistory store.TestProveFindsOneRow backup.TestDoubt",
		"Một dòng bị sửa bằng công cụ khác: báo ở lần mở hoặc lần sao lưu kế tiếp",
	},
	{
		"a planted trigger, an endless view, a huge field",
		"store.TestForeignStructure",
		"Tệp có bảng, chỉ mục, lệnh tự chạy lạ hoặc ô dữ liệu dài bất thường không được mở",
	},
	{
		"plain copies left in the temp folder by a killed program",
		"boot.TestNothingLeftWhenKilled boot.TestStraysAreFound scratch.TestSweep boot.TestKilledWhileSealing",
		"lần mở sổ sau, chương trình xóa các tệp đó",
	},
	{
		"a copy dated 2099 counts for ever, a fast clock wins merges",
		"backup.TestCopyFromTheFuture boot.TestEntryFromTheFuture boot.TestClockSetBack merge.TestFastClockWinsNothing merge.TestLaterEditOutlivesAnOlderFile",
		"đồng hồ không quyết định gì",
	},
	{
		"no accounts: who has the file does everything",
		"boot.TestLeaderWritesOpinionsOnly boot.TestSecretaryAndLastClerk boot.TestLogIn boot.TestSealedAtRest boot.TestSealedPassphraseChanged gui.TestAccounts gui.TestSealFile gui.TestLeaderSeesGreyButtons",
		"Từ đó ai lấy được tệp mà không có mật khẩu thì không đọc được gì",
	},
	{
		"links, undo of the first load, weak passphrases, endless files, full disks, mapped drives",
		"boot.TestRestoreThroughLink gui.TestUndoAsksAtTheFirstLoad backup.TestWeakPassphrase boot.TestPipe boot.TestDiskFull boot.TestDiskFullSealed boot.TestDiskFullElsewhere backup.TestRisk",
		"với `tdktctl undo` phải thêm `-first`",
	},
}

// TestNineOfTrust: each of the nine has its tests, and its line in the help.
func TestNineOfTrust(t *testing.T) {
	help, err := os.ReadFile(filepath.Join("..", "..", "assets", "help", "an-toan-du-lieu.md"))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(help)), " ")
	for _, n := range nine {
		if !strings.Contains(text, n.says) {
			t.Errorf("%s: the help does not say %q", n.wrong, n.says)
		}
		for _, test := range strings.Fields(n.tests) {
			pkg, name, _ := strings.Cut(test, ".")
			files, err := filepath.Glob(filepath.Join("..", pkg, "*_test.go"))
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, file := range files {
				source, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				found = found || regexp.MustCompile(`(?m)^func `+name+`\(t \*testing\.T\)`).Match(source)
			}
			if !found {
				t.Errorf("%s: there is no %s", n.wrong, test)
			}
		}
	}
}
