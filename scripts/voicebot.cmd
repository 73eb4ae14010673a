@echo off
rem Starts voicebot on Windows: from its checkout, built when the source is newer than the last build, or from the
rem folder that a release was unpacked to. Not tried on Windows yet: see docs/windows.md.
rem   JAVA_HOME           the Java to use; else the java on the PATH
rem   VOICEBOT_JAVA_OPTS  more options for the JVM
setlocal DisableDelayedExpansion
set "here=%~dp0"
set "app=%here%voicebot.jar"
set "checkout="
if exist "%app%" goto found
set "app=%here%..\lib\app\voicebot.jar"
if exist "%app%" goto found
set checkout="-Dvoicebot.checkout=%here%.."
set "app=%here%..\target\app\voicebot.jar"
powershell -NoProfile -ExecutionPolicy Bypass -File "%here%build.ps1" || exit /b 1
:found
set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo voicebot: Needs Java 17 or newer. Install it with: winget install EclipseAdoptium.Temurin.21.JRE 1>&2
  exit /b 1
)
rem the program writes UTF-8, whatever the console was set to
set "before="
for /f "tokens=2 delims=:." %%p in ('chcp') do set "before=%%p"
chcp 65001 >nul 2>&1
"%java%" -XX:+DisplayVMOutputToStderr -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC ^
  -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Djdk.console=java.base ^
  -Djava.util.concurrent.ForkJoinPool.common.parallelism=16 %VOICEBOT_JAVA_OPTS% %checkout% ^
  -Djdk.console=java.base -Dvoicebot.terminals=console -jar "%app%" %*
set "code=%ERRORLEVEL%"
if defined before chcp %before% >nul 2>&1
exit /b %code%
