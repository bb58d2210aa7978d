@echo off
rem Serves this folder to the room. Others open http://<this machine's address>:8000/START-HERE.html
cd /d "%~dp0"
py -m http.server 8000
