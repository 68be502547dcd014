package native

import (
	"context"
	"os/exec"
	"runtime"
	"syscall"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// pixelFormat is PIXELFORMATDESCRIPTOR, 40 bytes; Mesa refuses any other size.
type pixelFormat struct {
	size, version              uint16
	flags                      uint32
	kind, colour               byte
	_                          [8]byte
	accumulated                byte
	_                          [4]byte
	depth, stencil             byte
	_                          [3]byte
	layerMask, visible, damage uint32
}

const (
	drawToWindow  = 0x04
	supportOpenGL = 0x20
	doubleBuffer  = 0x01
	glRenderer    = 0x1F01
	glVersion     = 0x1F02
)

// askTime is how long a driver may take to answer.
const askTime = 20 * time.Second

// ask has another process of this program ask OpenGL (see Tell): drivers of old cards
// may crash or hang, and then take only that one down.
func ask(exe string) Graphics {
	ctx, stop := context.WithTimeout(context.Background(), askTime)
	defer stop()
	text, _ := exec.CommandContext(ctx, exe, "-"+GraphicsFlag).Output() // how it ends says less than what it told
	return told(string(text))
}

// probe makes a hidden window and asks OpenGL for its version there. The zero value
// means that there is none. Nothing is taken away again: the process is about to end.
func probe() Graphics {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	user, gdi := windows.NewLazySystemDLL("user32.dll"), windows.NewLazySystemDLL("gdi32.dll")
	// Not from the system's folder by force: the copy in swgl has Mesa's beside it.
	gl := syscall.NewLazyDLL("opengl32.dll")
	if gl.Load() != nil {
		return Graphics{}
	}
	class := windows.StringToUTF16Ptr("STATIC")
	window, _, _ := user.NewProc("CreateWindowExW").Call(0, uintptr(unsafe.Pointer(class)), 0, 0, 0, 0, 8, 8, 0, 0, 0, 0)
	if window == 0 {
		return Graphics{}
	}
	paper, _, _ := user.NewProc("GetDC").Call(window)
	want := pixelFormat{version: 1, flags: drawToWindow | supportOpenGL | doubleBuffer, colour: 32, depth: 24, stencil: 8}
	want.size = uint16(unsafe.Sizeof(want))
	format, _, _ := gdi.NewProc("ChoosePixelFormat").Call(paper, uintptr(unsafe.Pointer(&want)))
	if ok, _, _ := gdi.NewProc("SetPixelFormat").Call(paper, format, uintptr(unsafe.Pointer(&want))); ok == 0 {
		return Graphics{}
	}
	drawing, _, _ := gl.NewProc("wglCreateContext").Call(paper)
	if drawing == 0 {
		return Graphics{}
	}
	if ok, _, _ := gl.NewProc("wglMakeCurrent").Call(paper, drawing); ok == 0 {
		return Graphics{}
	}
	text := gl.NewProc("glGetString")
	return Graphics{Version: textOf(text, glVersion), Renderer: textOf(text, glRenderer)}
}

// textOf reads one of OpenGL's texts.
func textOf(glGetString *syscall.LazyProc, which uintptr) string {
	at, _, _ := glGetString.Call(which)
	if at == 0 {
		return ""
	}
	return windows.BytePtrToString(*(**byte)(unsafe.Pointer(&at)))
}
