# Builds the checkout on Windows when its source is newer than the last build; scripts/build.sh does it elsewhere.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$target = Join-Path $root 'target'
$stamp = Join-Path $target 'voicebot-built'
$jar = Join-Path $target 'app/voicebot.jar'
$log = Join-Path $target 'build.log'

function Test-Stale {
    if (-not (Test-Path -LiteralPath $stamp) -or -not (Test-Path -LiteralPath $jar)) { return $true }
    $built = (Get-Item -LiteralPath $stamp).LastWriteTimeUtc
    $sources = @(Get-ChildItem -LiteralPath (Join-Path $root 'src/main') -Recurse -File)
    $sources += Get-Item -LiteralPath (Join-Path $root 'pom.xml')
    return @($sources | Where-Object { $_.LastWriteTimeUtc -gt $built }).Count -gt 0
}

# What changes while it builds is built by the next start: the stamp takes the time of the beginning.
function Invoke-Build {
    [Console]::Error.WriteLine('voicebot: building (about a minute the first time) ...')
    New-Item -ItemType Directory -Force -Path $target | Out-Null
    $maven = if (Get-Command mvn -ErrorAction SilentlyContinue) { 'mvn' } else { Join-Path $root 'mvnw.cmd' }
    $began = [DateTime]::UtcNow
    $ErrorActionPreference = 'Continue' # Windows PowerShell takes what Maven writes to stderr for an error
    Push-Location -LiteralPath $root
    try {
        $null | & $maven -B '-Dstyle.color=never' '-Dmaven.test.skip=true' package *> $log
        $failed = $LASTEXITCODE -ne 0
    } finally {
        Pop-Location
    }
    if ($failed) {
        [Console]::Error.WriteLine('voicebot: The build failed:')
        Select-String -LiteralPath $log -Pattern '^\[ERROR\] [^ ]' | Select-Object -Last 12 |
            ForEach-Object { [Console]::Error.WriteLine('  ' + $_.Line) }
        [Console]::Error.WriteLine("voicebot: The full build log is in $log.")
        exit 1
    }
    New-Item -ItemType File -Force -Path $stamp | Out-Null
    (Get-Item -LiteralPath $stamp).LastWriteTimeUtc = $began
}

if (Test-Stale) { Invoke-Build }
