; The installer of Sổ Thi đua: for one person, without an administrator. "/S" installs
; silently, "/D=FOLDER" (last on the line, unquoted) elsewhere. Exit codes: 0 done,
; 2 something failed, 3 the program is open.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10

!include "MUI2.nsh"
!include "FileFunc.nsh"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\SoThiDua"
!define KIND "SoThiDua.So"

Name "Sổ Thi đua"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\SoThiDua"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "Sổ Thi đua ${VERSION}"
VIProductVersion "${QUAD}"
VIAddVersionKey /LANG=1066 "ProductName" "Sổ Thi đua"
VIAddVersionKey /LANG=1066 "FileDescription" "Cài đặt Sổ Thi đua"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "CompanyName" "Sổ Thi đua"
VIAddVersionKey /LANG=1066 "LegalCopyright" ""

!define MUI_ICON "icon.ico"
!define MUI_UNICON "icon.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\SoThiDua.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Mở Sổ Thi đua"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

; A running program keeps its file open, and half an update must not happen.
!macro WaitClosed un
Function ${un}WaitClosed
  again:
    ClearErrors
    IfFileExists "$INSTDIR\SoThiDua.exe" 0 second
    FileOpen $0 "$INSTDIR\SoThiDua.exe" a
    IfErrors busy
    FileClose $0
  second:
    IfFileExists "$INSTDIR\swgl\SoThiDua.exe" 0 free
    FileOpen $0 "$INSTDIR\swgl\SoThiDua.exe" a
    IfErrors busy
    FileClose $0
  free:
    Return
  busy:
    IfSilent 0 ask
    SetErrorLevel 3
    Quit
  ask:
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Sổ Thi đua đang mở. Hãy đóng chương trình rồi bấm “Thử lại”." IDRETRY again
    SetErrorLevel 3
    Quit
FunctionEnd
!macroend
!insertmacro WaitClosed ""
!insertmacro WaitClosed "un."

Section
  Call WaitClosed
  SetOutPath "$INSTDIR"
  File "SoThiDua.exe"
  File "tdktctl.exe"
  SetOutPath "$INSTDIR\swgl"
  Delete "$INSTDIR\swgl\SoThiDua.exe" ; of the version before; made anew where it is needed
  File "swgl\*"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\Go-cai-dat.exe"
  CreateShortcut "$SMPROGRAMS\Sổ Thi đua.lnk" "$INSTDIR\SoThiDua.exe"
  CreateShortcut "$DESKTOP\Sổ Thi đua.lnk" "$INSTDIR\SoThiDua.exe"

  WriteRegStr HKCU "Software\Classes\.sotd" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "Sổ thi đua, khen thưởng"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\SoThiDua.exe,0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\SoThiDua.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Sổ Thi đua"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\SoThiDua.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Sổ Thi đua"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Go-cai-dat.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Go-cai-dat.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

; Names what was installed, one by one: data somebody put into the folder stays.
Section "Uninstall"
  Call un.WaitClosed
  Delete "$INSTDIR\SoThiDua.exe"
  Delete "$INSTDIR\tdktctl.exe"
  Delete "$INSTDIR\swgl\SoThiDua.exe"
  Delete "$INSTDIR\swgl\opengl32.dll"
  Delete "$INSTDIR\swgl\libgallium_wgl.dll"
  Delete "$INSTDIR\swgl\giay-phep-mesa.txt"
  RMDir "$INSTDIR\swgl"
  Delete "$INSTDIR\Go-cai-dat.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Sổ Thi đua.lnk"
  Delete "$DESKTOP\Sổ Thi đua.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.sotd" ""
  StrCmp $0 "${KIND}" 0 +2
    DeleteRegKey HKCU "Software\Classes\.sotd"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
