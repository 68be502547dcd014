package dist

import (
	"bytes"
	"fmt"
	"image/png"

	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"

	"tdkt/assets"
)

// vietnamese is how Windows calls the language in the version of a file.
const vietnamese = 0x042A

// resourcesOf is what Windows shows of a program and how it treats it: the icon, the
// version, and a manifest without which screens of 125 % are blurred and paths end
// at 260 characters.
func resourcesOf(about, file, number string) (*winres.ResourceSet, error) {
	picture, err := png.Decode(bytes.NewReader(assets.Icon))
	if err != nil {
		return nil, fmt.Errorf("the icon: %w", err)
	}
	icon, err := winres.NewIconFromResizedImage(picture, nil)
	if err != nil {
		return nil, fmt.Errorf("the icon: %w", err)
	}
	set := &winres.ResourceSet{}
	if err := set.SetIcon(winres.Name("APP"), icon); err != nil {
		return nil, err
	}
	info := version.Info{FileVersion: quad(number), ProductVersion: quad(number)}
	for key, text := range map[string]string{
		version.ProductName: "Sổ Thi đua", version.FileDescription: about, version.OriginalFilename: file,
		version.ProductVersion: number, version.FileVersion: number, version.CompanyName: "Sổ Thi đua",
	} {
		if err := info.Set(vietnamese, key, text); err != nil {
			return nil, err
		}
	}
	set.SetVersionInfo(info)
	set.SetManifest(winres.AppManifest{
		Description: about, Compatibility: winres.Win10AndAbove, ExecutionLevel: winres.AsInvoker,
		DPIAwareness: winres.DPIPerMonitorV2, LongPathAware: true, UseCommonControlsV6: true,
	})
	return set, nil
}
