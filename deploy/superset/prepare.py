"""Brings Superset's own database up to date and makes the admin user; run by run.sh, safe to repeat.

One process instead of `superset db upgrade`, `superset fab create-admin` and `superset init`: each of
those loads the whole application again, and the second would show the password in the process list.
"""

import os
import sys
import time
from pathlib import Path


def step(text):
    print(f"superset: {text}", flush=True)


def main():
    started = time.monotonic()
    step("loading the application")
    from flask_migrate import upgrade
    from superset.app import create_app

    app = create_app()
    with app.app_context():
        from superset import appbuilder, security_manager

        step("bringing the metadata database up to date (first time about half a minute)")
        upgrade(directory=app.extensions["migrate"].directory)
        step("writing roles and permissions")
        appbuilder.add_permissions(update_perms=True)
        security_manager.sync_role_definitions()

        name = os.environ.get("MILLRACE_SUPERSET_ADMIN", "admin")
        password = Path(os.environ["MILLRACE_SUPERSET_PASSWORD_FILE"]).read_text().strip()
        if not password:
            sys.exit("superset: the admin password file is empty. Write one line into it.")
        user = security_manager.find_user(username=name)
        if user is None:
            user = security_manager.add_user(
                name, "Millrace", "Admin", f"{name}@localhost.localdomain",
                security_manager.find_role("Admin"), password=password,
            )
            if not user:
                sys.exit(f"superset: the admin user '{name}' could not be created; see the lines above")
        else:
            security_manager.reset_password(user.id, password)
    step(f"prepared in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
