@echo off
rem Starts scorecard with the Node beside it: nothing is installed, and no rights are needed.
rem From anywhere: "D:\Tools\scorecard\scorecard.cmd" build --workspace "D:\Performance\Scorecard"
"%~dp0node\node.exe" "%~dp0app\bin\scorecard.js" %*
exit /b %ERRORLEVEL%
