package dist

import (
	"cmp"
	"context"
	"debug/buildinfo"
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"time"

	cdx "github.com/CycloneDX/cyclonedx-go"
)

// sbomName is the list of what the programs are made of.
func sbomName(version string) string { return "SoThiDua-" + version + ".cdx.json" }

// modules writes the bill of materials, read from the programs themselves.
func (b *build) modules(context.Context) (err error) {
	var infos []*debug.BuildInfo
	for _, name := range []string{WindowExe, ControlExe} {
		info, err := buildinfo.ReadFile(filepath.Join(b.work, name))
		if err != nil {
			return err
		}
		infos = append(infos, info)
	}
	out, err := os.Create(filepath.Join(b.opts.Out, sbomName(b.version)))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	return cdx.NewBOMEncoder(out, cdx.BOMFileFormatJSON).SetPretty(true).Encode(bom(b.version, infos))
}

// bom lists the modules of the programs, each once, then Go and Mesa.
func bom(version string, infos []*debug.BuildInfo) *cdx.BOM {
	components := []cdx.Component{
		{Type: cdx.ComponentTypePlatform, Name: "go", Version: infos[0].GoVersion},
		{Type: cdx.ComponentTypeLibrary, Name: "mesa", Description: "Debian bookworm, " + SoftwareDir},
	}
	for _, info := range infos {
		for _, m := range info.Deps {
			url := "pkg:golang/" + m.Path + "@" + m.Version
			components = append(components, cdx.Component{BOMRef: url, Type: cdx.ComponentTypeLibrary, Name: m.Path, Version: m.Version, PackageURL: url})
		}
	}
	slices.SortFunc(components, func(a, b cdx.Component) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Version, b.Version))
	})
	components = slices.CompactFunc(components, func(a, b cdx.Component) bool { return a.Name == b.Name && a.Version == b.Version })
	out := cdx.NewBOM()
	out.Metadata = &cdx.Metadata{
		Timestamp: epoch().Format(time.RFC3339),
		Component: &cdx.Component{Type: cdx.ComponentTypeApplication, Name: "Sổ Thi đua", Version: version},
	}
	out.Components = &components
	return out
}
