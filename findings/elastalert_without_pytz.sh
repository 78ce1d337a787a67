#!/usr/bin/env bash
# Expected: a package that pip installed without complaint has what it imports.
# Seen: ElastAlert 2 imports pytz, which it does not name among its requirements. It used to come with
# APScheduler or croniter; their current versions, which ElastAlert's own ranges allow, no longer need
# it. So each of its commands ends with ModuleNotFoundError, and works once pytz is installed by hand.
# It hurt in a new virtual environment in which a documented rule was to be tried.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  elastalert2==2.19.0 apscheduler==3.11.3 croniter==7.0.0 tzlocal==5.4.5

venv/bin/pip show elastalert2 2>/dev/null | grep -E '^(Version|Requires):'
venv/bin/pip check && echo 'pip check: nothing is missing'
said=$(venv/bin/elastalert --help 2>&1 || true)
echo "elastalert --help: ${said##*$'\n'}"
venv/bin/pip install --quiet --disable-pip-version-check pytz==2026.6
after=$(venv/bin/elastalert --help 2>&1 || true)
echo "with pytz: ${after%%$'\n'*}"

if [[ $said == *"No module named 'pytz'"* && $after == usage:* ]]; then
  echo 'as described'
else
  echo 'the behavior has changed'
  exit 1
fi
