package native

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"io"
	"os/user"
	"strings"
	"time"
)

// handTime is how long a second start waits for the first to take its path.
const handTime = 3 * time.Second

// Key names the program of one person in one folder: a copy to carry and an installed
// one may run beside each other.
func Key(home string) string {
	who := ""
	if u, err := user.Current(); err == nil {
		who = u.Uid
	}
	sum := sha256.Sum256([]byte(who + "\x00" + strings.ToLower(home)))
	return fmt.Sprintf("SoThiDua-%x", sum[:8])
}

// door is where later starts come in.
type door interface {
	accept() (io.ReadWriteCloser, error) // fails once it is closed
	io.Closer
}

// HandOver gives a path, or "", to the program that runs already and says whether one
// took it.
func HandOver(key, path string) bool {
	line, err := dial(key)
	if err != nil {
		return false
	}
	letForward()
	answer := make(chan bool, 1)
	go func() {
		defer func() { _ = line.Close() }()
		_, err := fmt.Fprintf(line, "%q\n", path)
		text, errRead := bufio.NewReader(line).ReadString('\n')
		answer <- err == nil && errRead == nil && text == taken
	}()
	select {
	case ok := <-answer:
		return ok
	case <-time.After(handTime): // it hangs: a window of our own is better than none
		return false
	}
}

const taken = "ok\n"

// Listen takes the paths that later starts hand over, until the returned function is
// called. A path that take does not take is the later start's own.
func Listen(key string, take func(path string) bool) (stop func() error, err error) {
	d, err := listen(key)
	if err != nil {
		return nil, fmt.Errorf("native: wait for later starts: %w", err)
	}
	go func() {
		for {
			line, err := d.accept()
			if err != nil {
				return
			}
			receive(line, take)
		}
	}()
	return d.Close, nil
}

// receive reads one path and says that it came, where it was taken.
func receive(line io.ReadWriteCloser, take func(path string) bool) {
	defer func() { _ = line.Close() }()
	var path string
	if _, err := fmt.Fscanf(io.LimitReader(line, 1<<16), "%q\n", &path); err != nil || !take(path) {
		return
	}
	_, _ = io.WriteString(line, taken) // a later start that heard nothing has a window of its own
}
