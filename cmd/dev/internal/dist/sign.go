package dist

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"tdkt/cmd/dev/internal/sh"
)

// Signing is the certificate that programs and installer are signed with.
type Signing struct {
	Certificate string // a PKCS #12 file; "" signs nothing
	Password    string // the file that holds its password
	Timestamp   string // address of a time-stamp server; "" stamps no time
}

// words say whether the results are signed and what follows from it.
func (s Signing) words() string {
	if s.Certificate == "" {
		return "Not signed: no certificate given (-cert FILE.pfx -pass FILE, or TDKT_CERT and TDKT_CERT_PASS). " +
			"Windows will warn about an unknown publisher."
	}
	return "Signed with " + s.Certificate
}

// signPrograms signs the two programs before they are packed.
func (b *build) signPrograms(ctx context.Context) error {
	return errors.Join(b.sign(ctx, filepath.Join(b.work, WindowExe)), b.sign(ctx, filepath.Join(b.work, ControlExe)))
}

// sign signs one file in its place, if there is a certificate.
func (b *build) sign(ctx context.Context, path string) error {
	if b.opts.Sign.Certificate == "" {
		return nil
	}
	if err := b.Need(ctx, sh.MyRights(ctx), map[string]string{"osslsigncode": "osslsigncode"}); err != nil {
		return err
	}
	signed := path + ".signed"
	if err := b.Stream(ctx, sh.Command{Name: "osslsigncode", Args: b.opts.Sign.args(path, signed)}); err != nil {
		return err
	}
	return os.Rename(signed, path)
}

// args are the call of osslsigncode. The password never stands on a command line, where
// others on the machine could read it.
func (s Signing) args(in, out string) []string {
	args := []string{"sign", "-pkcs12", s.Certificate, "-h", "sha256", "-n", "Sổ Thi đua"}
	if s.Password != "" {
		args = append(args, "-readpass", s.Password)
	}
	if s.Timestamp != "" {
		args = append(args, "-ts", s.Timestamp)
	}
	return append(args, "-in", in, "-out", out)
}
