// Empty: it allows forget.go to declare functions whose bodies are Fyne's.
