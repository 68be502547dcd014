//go:build !windows

package main

import "errors"

// errWindows is the answer everywhere else: the events are those of Windows.
var errWindows = errors.New("works on Windows alone")

func send([]event) error       { return errWindows }
func waitFor(string) error     { return errWindows }
func click(string) error       { return errWindows }
func closeWindow(string) error { return errWindows }
