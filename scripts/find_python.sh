#!/bin/sh
# Prints the path of a Python that this project runs on: 3.11, 3.12 or 3.13, else any newer one.
# A name on the path is tried, not trusted: version managers leave names there that do not run.

version_of() {
    "$1" -c 'import sys; print("%d%02d" % sys.version_info[:2])' 2>/dev/null
}

newer=""
for name in ${OUTBOUND_PYTHON:+"$OUTBOUND_PYTHON"} python3 python3.13 python3.12 python3.11 python; do
    version=$(version_of "$name") || continue
    case "$version" in
        311 | 312 | 313) exec "$name" -c 'import sys; print(sys.executable)' ;;
    esac
    [ "$version" -gt 313 ] 2>/dev/null && newer=${newer:-$name}
done
[ -n "$newer" ] && exec "$newer" -c 'import sys; print(sys.executable)'

cat >&2 <<'MESSAGE'
No Python 3.11 or newer was found (tried: $OUTBOUND_PYTHON, python3, python3.13, python3.12, python3.11, python).
To mend: install Python 3.11, 3.12 or 3.13 (Debian and Ubuntu: apt-get install python3 python3-venv),
or name one: make setup OUTBOUND_PYTHON=/path/to/python3.12
MESSAGE
exit 1
