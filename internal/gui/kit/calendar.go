package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/tdkt"
)

// calendar is the small month below a date field. Weeks begin on Monday.
type calendar struct {
	month tdkt.Day // its first day
	pick  func(tdkt.Day)
	title *widget.Label
	days  *fyne.Container
}

func newCalendarIcon(f *DateField) fyne.CanvasObject {
	i := &tapIcon{tapped: f.openCalendar}
	i.Resource = theme.Icon(theme.IconNameCalendar)
	i.ExtendBaseWidget(i)
	return i
}

// tapIcon is a picture to click that the keyboard passes by.
type tapIcon struct {
	widget.Icon
	tapped func()
}

// Tapped is for Fyne.
func (i *tapIcon) Tapped(*fyne.PointEvent) { i.tapped() }

// openCalendar shows the month of the day entered.
func (f *DateField) openCalendar() {
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	if c == nil {
		return
	}
	day := f.Day()
	if day == 0 {
		day = f.Least
	}
	if day == 0 {
		day = f.Near
	}
	if day == 0 {
		day = tdkt.Date(2024, 1, 1)
	}
	var popup *widget.PopUp
	cal := newCalendar(day, func(d tdkt.Day) {
		popup.Hide()
		f.SetDay(d)
		c.Focus(f)
	})
	popup = widget.NewPopUp(cal.object(), c)
	popup.ShowAtRelativePosition(fyne.NewPos(0, f.Size().Height), f)
}

func newCalendar(day tdkt.Day, pick func(tdkt.Day)) *calendar {
	c := &calendar{month: tdkt.Date(day.Year(), day.Month(), 1), pick: pick, title: widget.NewLabel("")}
	c.title.Alignment = fyne.TextAlignCenter
	c.days = container.New(layout.NewGridLayoutWithColumns(7))
	c.fill()
	return c
}

func (c *calendar) object() fyne.CanvasObject {
	step := func(icon fyne.ThemeIconName, months int) fyne.CanvasObject {
		return NewIconButton("", theme.Icon(icon), func() { c.move(months) })
	}
	left := container.NewHBox(step(theme.IconNameMediaSkipPrevious, -12), step(theme.IconNameNavigateBack, -1))
	right := container.NewHBox(step(theme.IconNameNavigateNext, 1), step(theme.IconNameMediaSkipNext, 12))
	return container.NewVBox(container.NewBorder(nil, nil, left, right, c.title), c.days)
}

func (c *calendar) move(months int) {
	c.month = c.month.AddMonths(months)
	c.fill()
}

func (c *calendar) fill() {
	c.title.SetText(fmt.Sprintf(textMonth, c.month.Month(), c.month.Year()))
	c.days.RemoveAll()
	for _, w := range weekdays() {
		l := widget.NewLabel(w)
		l.Alignment = fyne.TextAlignCenter
		c.days.Add(l)
	}
	for range (int(c.month.Time().Weekday()) + 6) % 7 {
		c.days.Add(layout.NewSpacer())
	}
	for d := c.month; d.Month() == c.month.Month(); d = d.Next() {
		b := NewButton(fmt.Sprint(d.DayOfMonth()), func() { c.pick(d) })
		b.Importance = widget.LowImportance
		c.days.Add(b)
	}
	c.days.Refresh()
}

func weekdays() []string { return []string{"T2", "T3", "T4", "T5", "T6", "T7", "CN"} }
