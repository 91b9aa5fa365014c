# The monthly job on Windows: on the third working day checks the extracts of last month, makes the packs and keeps them as
# published. On any other day it does nothing, so that a schedule may run it every day.
param(
  [string] $Workspace = '.',
  [string] $Reports = (Join-Path $Workspace '..\reports'),
  # Which working day of the month; "any" runs today, for a rehearsal.
  [string] $WorkingDay = '3',
  [string] $Month = 'last',
  # The program: scorecard.cmd of the offline folder that this file lies in, else the one that npm has installed.
  [string] $Scorecard = ''
)
$ErrorActionPreference = 'Stop'
if ($Scorecard -eq '') {
  $beside = Join-Path $PSScriptRoot '..\..\scorecard.cmd'
  $Scorecard = if (Test-Path -LiteralPath $beside) { $beside } else { 'scorecard.cmd' }
}

$today = & $Scorecard working-day --workspace $Workspace
# A calendar that cannot be read is no reason to do nothing without a word.
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
if ($WorkingDay -ne 'any' -and $today -ne $WorkingDay) {
  Write-Output "Working day $today of the month, and the packs are made on day ${WorkingDay}: nothing to do."
  exit 0
}

New-Item -ItemType Directory -Force -Path $Reports | Out-Null
# Of the month before, so that nobody takes them for today's; on days with nothing to do the last ones stay to be read.
Get-ChildItem -LiteralPath $Reports -File | Where-Object { $_.Name -match '^[123]-.*\.(md|xml)$' } | Remove-Item

$steps = @(
  @('1-check', 'check', '--quiet'),
  @('2-build', 'build', '--strict'),
  @('3-freeze', 'freeze', '--strict')
)
foreach ($step in $steps) {
  $name, $command, $options = $step
  & $Scorecard $command --workspace $Workspace --month $Month $options --report "$Reports\$name.md" "$Reports\$name.xml"
  # Each step ends the job when it fails; the packs of an earlier run stay as they are.
  if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
