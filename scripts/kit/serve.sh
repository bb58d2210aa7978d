#!/bin/sh
# Serves this folder to the room. Others open http://<this machine's address>:8000/START-HERE.html
cd "$(dirname "$0")" || exit 1
exec python3 -m http.server "${1:-8000}"
