package native

import "golang.org/x/sys/windows"

// Message shows a sentence in a box of the system, which needs no window of ours.
func Message(title, text string) {
	_, _ = windows.MessageBox(0, windows.StringToUTF16Ptr(text), windows.StringToUTF16Ptr(title),
		windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND)
}
