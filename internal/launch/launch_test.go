package launch_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"tdkt/internal/launch"
)

// TestMain is the program that Run starts, when it is called as one: it says its arguments,
// what it reads, and ends with code 3.
func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == launch.Word && os.Args[2] == "không đọc" {
		os.Exit(1)
	}
	if len(os.Args) > 1 && os.Args[1] == launch.Word {
		text, err := io.ReadAll(os.Stdin)
		if err != nil {
			os.Exit(9)
		}
		fmt.Fprintf(os.Stdout, "%q %q", os.Args[2:], text)
		fmt.Fprint(os.Stderr, "lỗi ấy")
		os.Exit(3)
	}
	os.Exit(m.Run())
}

// TestRun hands arguments, input, output, complaints and the exit code through.
func TestRun(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var out, complaints bytes.Buffer
	code, err := launch.Run(t.Context(), self, []string{"-db", "sổ 1.sotd", ""}, launch.Streams{
		In: strings.NewReader("mật khẩu\n"), Out: &out, Err: &complaints,
	})
	if err != nil || code != 3 {
		t.Fatalf("Run gives %d, %v, want code 3", code, err)
	}
	if want := `["-db" "sổ 1.sotd" ""] "mật khẩu\n"`; out.String() != want {
		t.Errorf("said %s, want %s", out.String(), want)
	}
	if complaints.String() != "lỗi ấy" {
		t.Errorf("complained %q", complaints.String())
	}
}

// TestRunDoesNotWaitForInput ends with the program though nobody types.
func TestRunDoesNotWaitForInput(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	held, hold := io.Pipe()
	defer hold.Close()
	var out bytes.Buffer
	code, err := launch.Run(t.Context(), self, []string{"không đọc"}, launch.Streams{In: held, Out: &out, Err: &out})
	if err != nil || code != 1 {
		t.Errorf("Run gives %d, %v, want code 1", code, err)
	}
}

// TestRunWithoutTheProgram says that it could not be started.
func TestRunWithoutTheProgram(t *testing.T) {
	if _, err := launch.Run(t.Context(), t.TempDir()+"/SoThiDua.exe", nil, launch.Streams{}); err == nil {
		t.Error("started what is not there")
	}
}
