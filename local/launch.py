"""Becomes another program, after tying its life to the parent's. Run as a file: standard library only.

    python launch.py PARENT_PID SIGNAL USER COMMAND…

A supervisor that dies by SIGKILL cannot end its children, so on Linux the kernel is asked to send them SIGNAL.
(Elsewhere the next start finds and ends leftovers by their pid files.) USER is a user name to change to, or "-".
"""

import ctypes
import os
import pwd
import signal
import sys

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def main(parent: int, death_signal: str, user: str, command: list[str]) -> None:
    if user != "-":
        become(user)
    # After the change of user: the kernel forgets the wish when a process changes its credentials.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(getattr(signal, death_signal)))
    if os.getppid() != parent:  # the parent died before the wish was made
        sys.exit(1)
    os.execvp(command[0], command)  # nosec B606 # no shell is wanted


def become(user: str) -> None:
    account = pwd.getpwnam(user)
    os.setgroups([])
    os.setgid(account.pw_gid)
    os.setuid(account.pw_uid)
    os.environ.update(HOME=account.pw_dir, USER=user)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:])
