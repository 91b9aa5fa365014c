# The monthly job on Windows: on the third working day checks the extracts of last month, makes the packs and keeps them as
# published. On any other day it does nothing, so that a schedule may run it every day.
param(
  [string] $Workspace = '.',
  [string] $Reports = (Join-Path $Workspace '..\reports'),
  # Which working day of the month; "any" runs today, for a rehearsal.
  [string] $WorkingDay = '3',
  [string] $Month = 'last'
)
$ErrorActionPreference = 'Stop'

$today = scorecard working-day
if ($WorkingDay -ne 'any' -and $today -ne $WorkingDay) {
  Write-Output "Working day $today of the month, and the packs are made on day ${WorkingDay}: nothing to do."
  exit 0
}

New-Item -ItemType Directory -Force -Path $Reports | Out-Null
$steps = @(
  @('1-check', 'check', '--quiet'),
  @('2-build', 'build', '--strict'),
  @('3-freeze', 'freeze', '--strict')
)
foreach ($step in $steps) {
  $name, $command, $options = $step
  scorecard $command --workspace $Workspace --month $Month $options --report "$Reports\$name.md" "$Reports\$name.xml"
  # Each step ends the job when it fails; the packs of an earlier run stay as they are.
  if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
