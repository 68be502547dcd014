package native

import (
	"errors"
	"io"
	"os"
	"os/user"
	"sync/atomic"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// A pipe with a name, which no firewall asks about and old Windows 10 knows too.
const pipes = `\\.\pipe\`

// dial waits a little when another start is just handing over.
func dial(key string) (io.ReadWriteCloser, error) {
	for until := time.Now().Add(handTime); ; time.Sleep(20 * time.Millisecond) {
		line, err := os.OpenFile(pipes+key, os.O_RDWR, 0)
		if err == nil || !errors.Is(err, windows.ERROR_PIPE_BUSY) || time.Now().After(until) {
			return line, err
		}
	}
}

// pipeDoor always has one pipe that waits, so that nobody finds the door gone.
type pipeDoor struct {
	key    string
	next   windows.Handle
	closed atomic.Bool
}

func listen(key string) (door, error) {
	first, err := newPipe(key, windows.FILE_FLAG_FIRST_PIPE_INSTANCE)
	if err != nil {
		return nil, err
	}
	return &pipeDoor{key: key, next: first}, nil
}

// newPipe makes a pipe that only the person who runs the program can write to, and only
// on this PC.
func newPipe(key string, more uint32) (windows.Handle, error) {
	who, err := user.Current()
	if err != nil {
		return 0, err
	}
	owner, err := windows.SecurityDescriptorFromString("D:P(A;;GA;;;" + who.Uid + ")")
	if err != nil {
		return 0, err
	}
	name, err := windows.UTF16PtrFromString(pipes + key)
	if err != nil {
		return 0, err
	}
	rights := &windows.SecurityAttributes{SecurityDescriptor: owner}
	rights.Length = uint32(unsafe.Sizeof(*rights))
	const room = 1 << 16
	return windows.CreateNamedPipe(name, windows.PIPE_ACCESS_DUPLEX|more,
		windows.PIPE_TYPE_BYTE|windows.PIPE_WAIT|windows.PIPE_REJECT_REMOTE_CLIENTS,
		windows.PIPE_UNLIMITED_INSTANCES, room, room, 0, rights)
}

func (d *pipeDoor) accept() (io.ReadWriteCloser, error) {
	here := d.next
	if err := windows.ConnectNamedPipe(here, nil); err != nil && !errors.Is(err, windows.ERROR_PIPE_CONNECTED) {
		return nil, errors.Join(err, windows.CloseHandle(here))
	}
	if d.closed.Load() {
		return nil, errors.Join(os.ErrClosed, windows.CloseHandle(here))
	}
	next, err := newPipe(d.key, 0)
	if err != nil {
		return nil, errors.Join(err, windows.CloseHandle(here))
	}
	d.next = next
	return pipe{os.NewFile(uintptr(here), pipes+d.key), here}, nil
}

// Close knocks at the door itself: closing a pipe does not wake who waits at it.
func (d *pipeDoor) Close() error {
	d.closed.Store(true)
	line, err := dial(d.key)
	if err != nil {
		return err
	}
	return line.Close()
}

// pipe is closed only when the other side has read what was written.
type pipe struct {
	*os.File
	handle windows.Handle
}

func (p pipe) Close() error {
	_ = windows.FlushFileBuffers(p.handle) // fails when the other side is gone, which is well too
	return p.File.Close()
}

// letForward lets the first program bring its window to the front: Windows allows that
// only to the one a person has just started.
func letForward() {
	const anyone = ^uintptr(0)
	_, _, _ = userProc("AllowSetForegroundWindow").Call(anyone)
}
