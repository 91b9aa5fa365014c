# Registers the job with Windows Task Scheduler for the account that runs this; no administrator rights are needed.
# Every working morning; month-end.ps1 knows the third working day.
param(
  [Parameter(Mandatory)] [string] $Workspace,
  [string] $Script = (Join-Path $PSScriptRoot 'month-end.ps1'),
  [string] $At = '06:30'
)
$arguments = "-NoProfile -ExecutionPolicy Bypass -File `"$Script`" -Workspace `"$Workspace`""
$action = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument $arguments -WorkingDirectory $Workspace
$trigger = New-ScheduledTaskTrigger -Weekly -DaysOfWeek Monday, Tuesday, Wednesday, Thursday, Friday -At $At
$settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew -ExecutionTimeLimit (New-TimeSpan -Hours 1)
Register-ScheduledTask -TaskName 'scorecard month end' -Action $action -Trigger $trigger -Settings $settings -Force
