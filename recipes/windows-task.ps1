# Registers the job with Windows Task Scheduler for the account that runs this; no administrator rights are needed.
# Every working morning; month-end.ps1 knows the third working day. The task runs while the account is signed in, also with the
# screen locked. One that runs without anybody signed in needs a service account: ask whoever runs your servers.
# Give a network folder as \\server\share\..., because a task may not know the letters of network drives.
#   powershell -NoProfile -ExecutionPolicy Bypass -File windows-task.ps1 -Workspace "D:\Performance\Scorecard"
param(
  [Parameter(Mandatory)] [string] $Workspace,
  [string] $Script = (Join-Path $PSScriptRoot 'month-end.ps1'),
  [string] $At = '06:30'
)
$ErrorActionPreference = 'Stop'
# Whole paths, and none that ends with a backslash, which would swallow the quotation mark after it.
$Workspace = (Resolve-Path -LiteralPath $Workspace).ProviderPath.TrimEnd('\')
$Script = (Resolve-Path -LiteralPath $Script).ProviderPath
$arguments = "-NoProfile -ExecutionPolicy Bypass -File `"$Script`" -Workspace `"$Workspace`""
$action = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument $arguments
$trigger = New-ScheduledTaskTrigger -Weekly -DaysOfWeek Monday, Tuesday, Wednesday, Thursday, Friday -At $At
# A laptop on its battery would else be passed over.
$settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew -AllowStartIfOnBatteries `
  -DontStopIfGoingOnBatteries -ExecutionTimeLimit (New-TimeSpan -Hours 1)
Register-ScheduledTask -TaskName 'scorecard month end' -Action $action -Trigger $trigger -Settings $settings -Force
