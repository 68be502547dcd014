package sh

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Rights is what the caller may do about packages that are missing.
type Rights struct {
	Apt  bool
	Root bool
	Sudo bool // sudo works without asking for a password
}

// MyRights finds out about this computer.
func MyRights(ctx context.Context) Rights {
	r := Rights{Apt: OnPath("apt-get"), Root: os.Geteuid() == 0}
	r.Sudo = r.Apt && !r.Root && OnPath("sudo") && exec.CommandContext(ctx, "sudo", "-n", "true").Run() == nil
	return r
}

// OnPath says whether a program can be called by name, or a file named in full is there.
func OnPath(name string) bool {
	if filepath.IsAbs(name) {
		_, err := os.Stat(name)
		return err == nil
	}
	_, err := exec.LookPath(name)
	return err == nil
}

// Remedy is what to do about a machine that lacks something: commands to run now, or
// a line for the person at the keyboard. Both empty means that nothing is missing.
type Remedy struct {
	Run  [][]string
	Tell string
}

// Ready says that nothing is missing.
func (r Remedy) Ready() bool { return len(r.Run) == 0 && r.Tell == "" }

// Install gets Debian packages where that needs no password, or says how.
func (r Rights) Install(packages []string) Remedy {
	install := append([]string{"apt-get", "install", "-y", "--no-install-recommends"}, packages...)
	update := []string{"apt-get", "update"}
	switch {
	case r.Apt && r.Root:
		return Remedy{Run: [][]string{update, install}}
	case r.Apt && r.Sudo:
		return Remedy{Run: [][]string{append([]string{"sudo", "-n"}, update...), append([]string{"sudo", "-n"}, install...)}}
	default:
		return Remedy{Tell: r.ByHand(packages)}
	}
}

// ByHand is the line that would install packages.
func (Rights) ByHand(packages []string) string {
	return "sudo apt-get update && sudo apt-get install -y --no-install-recommends " + strings.Join(packages, " ")
}

// Apply runs the commands of a remedy one after another.
func (s *Shell) Apply(ctx context.Context, r Remedy) error {
	for _, words := range r.Run {
		s.Say("  %s", strings.Join(words, " "))
		err := s.Stream(ctx, Command{Name: words[0], Args: words[1:], Env: []string{"DEBIAN_FRONTEND=noninteractive"}})
		if err != nil {
			return err
		}
	}
	return nil
}

// Need makes sure that programs are there which Debian's packages bring: it installs
// them where it may, or fails with the line that would.
func (s *Shell) Need(ctx context.Context, rights Rights, programs map[string]string) error {
	packages := lacking(programs, OnPath)
	if len(packages) == 0 {
		return nil
	}
	r := rights.Install(packages)
	if r.Tell != "" {
		return fmt.Errorf("this needs %s from Debian; run this, then call again:\n\n    %s", strings.Join(packages, ", "), r.Tell)
	}
	if err := s.Apply(ctx, r); err != nil {
		return fmt.Errorf("install what is missing: %w", err)
	}
	if left := lacking(programs, OnPath); len(left) > 0 {
		return errors.New("installed, yet still not to be called: " + strings.Join(left, ", "))
	}
	return nil
}

// lacking are the packages of the programs that are not there, sorted.
func lacking(programs map[string]string, there func(string) bool) []string {
	var packages []string
	for program, name := range programs {
		if !there(program) {
			packages = append(packages, name)
		}
	}
	slices.Sort(packages)
	return slices.Compact(packages)
}
