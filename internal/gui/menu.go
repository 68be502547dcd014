package gui

import (
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/assets"
	"tdkt/internal/backup"
	"tdkt/internal/gui/exchange"
	"tdkt/internal/gui/intake"
	"tdkt/internal/gui/kit"
	"tdkt/internal/gui/layouts"
)

// menu is the window's menu while a file is open.
func (p *Program) menu() *fyne.MainMenu {
	menu := fyne.NewMainMenu(
		fyne.NewMenu(wordFile, p.fileItems()...),
		fyne.NewMenu(wordEdit,
			kit.NewDeed(wordUndoLast, p.shell.undo),
			kit.NewDeed(wordRedoLast, p.shell.redo),
			fyne.NewMenuItem(wordHistory, p.shell.history),
			kit.NewDeed(wordLockYear, p.shell.lockYear),
			fyne.NewMenuItem(wordSearchMenu, p.shell.search),
		),
		fyne.NewMenu(wordView,
			fyne.NewMenuItem(wordLarger, func() { p.larger(1) }),
			fyne.NewMenuItem(wordSmaller, func() { p.larger(-1) }),
			p.textSizes(),
			p.looks(),
		),
		fyne.NewMenu(wordHelp,
			fyne.NewMenuItem(wordHelpHere, p.shell.help),
			fyne.NewMenuItem(wordSample, p.sampleFile),
			fyne.NewMenuItem(wordNews, p.news),
			fyne.NewMenuItem(wordDiagnose, p.diagnose),
			fyne.NewMenuItem(wordAbout, func() { p.ui.Inform(wordAbout, textAbout) }),
		),
	)
	if p.ui.Reading {
		menu = p.readingMenu(menu)
	}
	for _, m := range menu.Items {
		m.Items = p.ui.Barred(m.Items)
	}
	return menu
}

// fileItems are the entries under Tệp: what opens a file, then one group a way in, a way out
// and a way to keep the file safe, then what the office is.
func (p *Program) fileItems() []*fyne.MenuItem {
	d := p.shell.desk
	return []*fyne.MenuItem{
		fyne.NewMenuItem(wordNewFile, p.newFile),
		fyne.NewMenuItem(wordOpenFile, p.openFile),
		fyne.NewMenuItemSeparator(),
		group(
			wordGroupIn,
			kit.NewDeed(wordImportStaff, func() { exchange.ImportStaff(d) }),
			kit.NewDeed(wordImportOld, func() { intake.Open(d) }),
			kit.NewDeed(wordImportWorkbook, func() { exchange.ImportWorkbook(d) }),
			fyne.NewMenuItemSeparator(),
			kit.NewDeed(wordMergeFile, func() { exchange.Merge(d) }),
			kit.NewDeed(wordTakeOpinions, p.takeOpinions),
		),
		group(
			wordGroupOut,
			fyne.NewMenuItem(wordExportSubmission, func() { exchange.ExportSubmission(d) }),
			fyne.NewMenuItem(wordExportMany, func() { exchange.ExportMany(d) }),
			fyne.NewMenuItem(wordExportDocuments, func() { exchange.ExportDocuments(d) }),
			fyne.NewMenuItem(wordExportSoftware, func() { exchange.ExportSoftware(d) }),
			fyne.NewMenuItem(wordExportList, p.shell.exportList),
			fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(wordLayouts, func() { layouts.Open(d) }),
			fyne.NewMenuItem(wordTemplates, func() { layouts.Templates(d, func(path string) { exchange.Open(d, path) }) }),
			fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(wordExportWorkbook, func() { exchange.ExportWorkbook(d) }),
			fyne.NewMenuItem(wordExportBlank, func() { exchange.ExportBlankWorkbook(d) }),
			fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(wordPackage, p.makePackage),
		),
		group(
			wordGroupCopies,
			fyne.NewMenuItem(wordSeal, p.seal),
			kit.NewDeed(wordSecondFolder, p.chooseSecond),
			kit.NewDeed(wordRestore, p.restore),
		),
		group(
			wordGroupGuard,
			fyne.NewMenuItem(wordAccounts, p.accounts),
			kit.NewDeed(wordSealFile, p.sealFile),
		),
		fyne.NewMenuItemSeparator(),
		kit.NewDeed(wordOrg+"…", p.editOrg),
		kit.NewDeed(wordOwnTitles, func() { intake.Titles(d) }),
	}
}

// group is an entry that opens more of them.
func group(label string, items ...*fyne.MenuItem) *fyne.MenuItem {
	g := fyne.NewMenuItem(label, nil)
	g.ChildMenu = fyne.NewMenu(label, items...)
	return g
}

// news shows what is new, in the user's words.
func (p *Program) news() {
	text := widget.NewRichTextFromMarkdown(assets.Changelog)
	text.Wrapping = fyne.TextWrapWord
	p.ui.Dialog(kit.DialogSpec{Title: wordNews, Content: container.NewVScroll(text), Size: fyne.NewSize(640, 420)})
}

// welcome is the first screen: three things to do, the likeliest first.
func (p *Program) welcome() {
	title := widget.NewLabelWithStyle(wordProgram, fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	text := widget.NewLabelWithStyle(textWelcome, fyne.TextAlignCenter, fyne.TextStyle{})
	buttons := container.NewVBox()
	if last := p.fyne.Preferences().String(lastFile); last != "" {
		again := kit.NewButton(wordOpenLast+last, func() { p.open(last, false, nil) })
		again.Importance = widget.HighImportance
		buttons.Add(again)
	}
	buttons.Add(kit.NewButton(wordNewFile, p.newFile))
	buttons.Add(kit.NewButton(wordOpenFile, p.openFile))
	buttons.Add(kit.NewButton(wordSample, p.sampleFile))
	box := container.NewVBox(title, text, buttons)
	p.setContent(container.NewCenter(box))
}

func (p *Program) openFile() {
	p.ui.OpenFile(wordOpenFile, fileKinds(), func(path string) { p.open(path, false, nil) })
}

// sampleFile opens the sample department, made in the folder of data files where it is not
// there yet; without such a folder it asks where.
func (p *Program) sampleFile() {
	make := func(path string) { p.open(path, true, p.opts.Sample) }
	if p.opts.Manners.Folder == "" {
		p.ui.SaveFile(wordSample, sampleName, fileKinds(), make)
		return
	}
	path := p.suggest(sampleName)
	if _, err := os.Stat(path); err == nil {
		p.open(path, false, nil)
		return
	}
	make(path)
}

func fileKinds() []kit.FileKind {
	return []kit.FileKind{{Name: wordProgram, Patterns: []string{"*.sotd", "*" + backup.PackageEnd}}}
}
