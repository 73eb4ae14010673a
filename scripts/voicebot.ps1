# Starts voicebot from PowerShell, which prefers this to voicebot.cmd: from its checkout, or from the folder that
# a release was unpacked to. Not tried on Windows yet: see docs/windows.md.
#   JAVA_HOME           the Java to use; else the java on the PATH
#   VOICEBOT_JAVA_OPTS  more options for the JVM
$app = Join-Path $PSScriptRoot 'voicebot.jar'
$place = @()
if (-not (Test-Path -LiteralPath $app)) { $app = Join-Path (Split-Path -Parent $PSScriptRoot) 'lib/app/voicebot.jar' }
if (-not (Test-Path -LiteralPath $app)) {
    & (Join-Path $PSScriptRoot 'build.ps1')
    if (-not $?) { exit 1 }
    $root = Split-Path -Parent $PSScriptRoot
    $app = Join-Path $root 'target/app/voicebot.jar'
    $place = @("-Dvoicebot.checkout=$root")
}
$java = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME 'bin/java' } else { 'java' }
if (-not (Get-Command $java -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine('voicebot: Needs Java 17 or newer. Install it, or set JAVA_HOME.')
    exit 1
}
$more = @()
if ($env:VOICEBOT_JAVA_OPTS) { $more = @($env:VOICEBOT_JAVA_OPTS -split '\s+' | Where-Object { $_ }) }
$options = @(
    '-XX:+DisplayVMOutputToStderr', '-Xlog:disable', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC',
    '-XX:+ExitOnOutOfMemoryError', '-Dfile.encoding=UTF-8', '-Djdk.console=java.base',
    '-Djava.util.concurrent.ForkJoinPool.common.parallelism=16', '-Djdk.console=java.base', '-Dvoicebot.terminals=console'
) + $more + $place + @('-jar', $app)
$before = [Console]::OutputEncoding
try {
    [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false # the program writes UTF-8
    if ($MyInvocation.ExpectingInput) { $input | & $java @options @args } else { & $java @options @args }
    $code = $LASTEXITCODE
} finally {
    [Console]::OutputEncoding = $before
}
exit $code
