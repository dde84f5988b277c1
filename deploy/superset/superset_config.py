"""Settings of the Apache Superset that Millrace starts: loopback, CSRF on, nothing fetched from outside.

Every path and secret comes from the environment that run.sh prepares; nothing is kept in this file.
"""

import os
from pathlib import Path

STATE = Path(os.environ["MILLRACE_SUPERSET_STATE"])

SECRET_KEY = (STATE / "secret.key").read_text().strip()
SQLALCHEMY_DATABASE_URI = os.environ.get(
    "MILLRACE_SUPERSET_METADATA", f"sqlite:///{STATE}/superset.db?check_same_thread=false"
)

# The list of exempt views is left at its default: the pages' own log call needs it.
WTF_CSRF_ENABLED = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# Each part of Millrace has its own cookie on the one host name of the loopback.
SESSION_COOKIE_NAME = "superset_session"
AUTH_RATE_LIMITED = False
RATELIMIT_STORAGE_URI = "memory://"

TALISMAN_ENABLED = True
TALISMAN_CONFIG = {
    "content_security_policy": {
        "base-uri": ["'self'"],
        "default-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:"],
        "worker-src": ["'self'", "blob:"],
        "connect-src": ["'self'"],
        "object-src": "'none'",
        "style-src": ["'self'", "'unsafe-inline'"],
        "script-src": ["'self'", "'strict-dynamic'"],
        "frame-ancestors": ["'self'"],
    },
    "content_security_policy_nonce_in": ["script-src"],
    "force_https": False,
    "session_cookie_secure": False,
}


def _cache(name):
    return {
        "CACHE_TYPE": "FileSystemCache",
        "CACHE_DIR": str(STATE / "cache" / name),
        "CACHE_DEFAULT_TIMEOUT": 600,
        "CACHE_KEY_PREFIX": name,
    }


CACHE_CONFIG = _cache("metadata")
FILTER_STATE_CACHE_CONFIG = _cache("filters")
EXPLORE_FORM_DATA_CACHE_CONFIG = _cache("explore")
# Figures are read from the marts each time: a cached one could be older than the age shown beside it.
DATA_CACHE_CONFIG = {"CACHE_TYPE": "NullCache"}

LANGUAGES = {
    "en": {"flag": "us", "name": "English"},
    "zh": {"flag": "cn", "name": "简体中文"},
}
BABEL_DEFAULT_LOCALE = os.environ.get("MILLRACE_SUPERSET_LOCALE", "en")

FEATURE_FLAGS = {"ALERT_REPORTS": False, "GLOBAL_ASYNC_QUERIES": False, "THUMBNAILS": False}
ROW_LIMIT = 10000
SQL_MAX_ROW = 100000
SUPERSET_WEBSERVER_TIMEOUT = 110
